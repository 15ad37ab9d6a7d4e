# Sourced by ./test: which functions of the program nothing reaches from main(). The program is linked once more, all of
# its objects and nothing kept: what the linker then drops is what nobody calls. Of templates and inline functions it
# says nothing, each object has its own. Needs the dev build, in which each function is a section.

# Only tests look through these. A name that is reached again, or gone, must leave the list.
windows_for_tests='access_control::policy()
http::page_cache::size() const
http::server::port() const
pages::catalogue::fill_part(std::basic_string_view<char, std::char_traits<char> >, pages::value, pages::value, pages::frame const&) const
pages::catalogue::list_pages() const
pages::catalogue::list_texts() const
typed::count_characters(std::basic_string_view<char, std::char_traits<char> >)'

# unreached BUILD: prints what is unreached and in no list; says no if that is anything
unreached() {
    local build=$1 link rooms=(libtyped.a libworkflow.a libjudging.a libnotifications.a libconfig.a) differ
    link=$(ninja -C "$build" -t commands wego-awards | grep -- ' -o wego-awards ')
    [[ $link ]] || { echo "unreached: the build has no command that links wego-awards"; return 1; }
    mapfile -t -O 4 rooms < <(cd "$build" && ls libserver*.a)
    link=${link/ -o wego-awards / -s -o unreached.linked -Wl,--gc-sections,--print-gc-sections -Wl,--whole-archive ${rooms[*]} -Wl,--no-whole-archive }
    # What stands in a class of its own section and is no copy of a template: strong symbols; a destructor that
    # deletes (D0) comes with every virtual one.
    differ=$(diff <(sort <<<"$windows_for_tests") <(cd "$build" &&
        comm -12 <(nm "${rooms[@]}" 2>/dev/null | awk '$2 == "T" && $3 !~ /D0Ev$/ { print $3 }' | sort -u) \
            <(eval "$link" 2>&1 | sed -n "s/.*removing unused section '\.text\.\([^']*\)'.*/\1/p" | sort -u) |
            c++filt | sed 's/\[abi:cxx11\]//' | sort -u))
    rm -f "$build/unreached.linked"
    [[ $differ ]] || return 0
    sed -n 's/^> /nothing calls /p; s/^< /is called, or gone, and stands in scripts\/unreached.sh: /p' <<<"$differ"
    return 1
}
