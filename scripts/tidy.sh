# Sourced by ./test: clang-tidy over the program, in the batches in which it is compiled. .clang-tidy has the checks. It
# builds nothing: a batch is looked at again when its object is newer than the last look that found nothing.

# tidy_batch BUILD OBJECT SOURCE
tidy_batch() {
    local build=$1 object=$2 source=$3 clean=$1/tidy/${2//\//_}
    [[ $clean -nt $build/$object && $clean -nt .clang-tidy && $clean -nt scripts/tidy.sh ]] && return
    touch "$clean.began"
    # The table of routes is proved at compile time, in more steps than clang takes by itself.
    if nice -n 19 clang-tidy --quiet -p "$build/tidy" --extra-arg=-fconstexpr-steps=20000000 "$source" \
        >"$clean.said" 2>"$clean.counts"; then
        mv "$clean.began" "$clean"
    else
        cat "$clean.said"
        [[ -s $clean.said ]] || cat "$clean.counts"
        return 1
    fi
}
export -f tidy_batch

# tidy BUILD: prints what the checks find, and says no if that is anything
tidy() {
    local build=$1 batches
    mkdir -p "$build/tidy"
    # Two files are g++'s alone: clang 14 cannot read qpdf's JSON.hh with this libstdc++ in C++20 (it wants the destructor
    # of a vector before the class is whole). They stand outside the batches for it (CMakeLists.txt).
    # Without what is meant for g++ alone: its precompiled header, its flags.
    sed -E 's/ -include [^ ]+cmake_pch\.hxx//; s/ -Winvalid-pch / /; s/ -fpch-preprocess / /
        s/ -Wno-subobject-linkage / /; s/ -Werror / /' "$build/compile_commands.json" >"$build/tidy/compile_commands.json"
    batches=$(sed -nE 's/.* -o (CMakeFiles\/[^ ]+) -c ([^ ]+)",$/\1 \2/p' "$build/compile_commands.json" |
        grep -vE '/(finished_pdf|attachment_types)\.cpp$' |
        grep -E '^CMakeFiles/(typed|workflow|judging|notifications|config|server(_[a-z]+)?|wego-awards)\.dir/')
    [[ $batches ]] || { echo "tidy: $build/compile_commands.json names no source of the program"; return 1; }
    xargs -L 1 -P "$(nproc)" bash -c 'tidy_batch "$@" || exit 1' tidy "$build" <<<"$batches"
}
