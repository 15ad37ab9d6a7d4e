#!/bin/bash
# Begins a catalogue of a language, with every text that people see and no translation yet.
# scripts/begin_language.sh LANGUAGE [FILE]     (default: locale/LANGUAGE/LC_MESSAGES/wego-awards.po)
# Wants gettext and the build of ./test, whose templates and wordings it reads (another build: BUILD=build/asan).
set -e -u -o pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
language=${1:?which language, as fr or pt_BR}
build=${BUILD:-build/dev}
catalogue=${2:-locale/$language/LC_MESSAGES/wego-awards.po}
[[ ! -e $catalogue ]] || { echo "begin_language: $catalogue is there already" >&2; exit 1; }
texts=$(mktemp -d)
trap 'rm -rf "$texts"' EXIT

# What stands in tables is marked only where it is shown: every literal of those files is taken, but for the texts
# that are marked where they stand. xgettext warns of literals that are no texts.
extract() { xgettext --language=C++ --from-code=UTF-8 "$@" 2>"$texts/warnings" || { cat "$texts/warnings" >&2; return 1; }; }
"$build/unit_tests" --gtest_brief=1 --gtest_filter='templates.*' >"$texts/templates" || { cat "$texts/templates" >&2; exit 1; }
find server notifications -name '*.cpp' | sort |
    extract --keyword=t --keyword=t_n:1,2 -f - -o "$texts/code.pot"
find server/features workflow notifications/letter_content.hpp -name '*.[ch]pp' ! -name '*_types.cpp' | sort |
    extract --extract-all --exclude-file="$texts/code.pot" -f - -o "$texts/tables.pot"
msgcat "$build/wego-awards.pot" "$texts/code.pot" "$texts/tables.pot" -o "$texts/all.pot" 2>/dev/null
mkdir -p "$(dirname "$catalogue")"
msginit --no-translator --input="$texts/all.pot" --locale="$language" --output-file="$catalogue" 2>/dev/null
echo "$catalogue"
