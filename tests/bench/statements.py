#!/usr/bin/env python3
"""Makes pgbench's script of what the service sends to the database for one request, as PostgreSQL logged it
(log_statement = all, JSON): the same statements in the same messages, their values as parameters. A value that
pgbench cannot send as a parameter, NULL or an empty text, stands in the statement.

    statements.py list OUT            one request is like the other: every value stays as it was
    statements.py save OUT            each client has a scorecard of its own and counts its versions: :card, :version
    statements.py cards IDS VERSIONS  the lines before the script of a save: who has which, from which version on

OUT.sql is the script, OUT.values what pgbench takes with -D, one a line. Reads the log from standard input."""
import json, re, sys

def logged(lines):
    """(SQL, values by number) of the backend that answered the request: the one that looked the session up."""
    rows = [json.loads(line) for line in lines]
    asked = {row["pid"] for row in rows if "from session s join person" in row.get("message", "")}
    for row in rows:
        if row["pid"] not in asked or row.get("user") != "wego_app":
            continue
        found = re.match(r"(?:statement|execute [^:]*): (.*)", row["message"], re.S)
        if not found:
            continue
        values = {int(number): None if text == "NULL" else text[1:-1].replace("''", "'")
                  for number, text in re.findall(r"\$(\d+) = (NULL|'(?:[^']|'')*')", row.get("detail", ""))}
        # A message of several commands is logged as one.
        several = found[1].split(";") if row["message"].startswith("statement") else [found[1]]
        yield from ((sql.strip(), values) for sql in several if sql.strip())


def rides_along(sql):
    """What the service sends together with the statement after it: the beginning, and who acts."""
    return re.match(r"begin|set local role|select set_config", sql)


def own_numbers(sql):
    """The numbers of the parameters that differ from client to client, and what they are."""
    names = {}
    for pattern, *known in ((r"cast\(\$(\d+) as bigint\) as scorecard", "card"),
                            (r"s\.id = \$(\d+) and s\.version = \$(\d+)", "card", "version")):
        found = re.search(pattern, sql)
        names.update(zip(map(int, found.groups()), known) if found else ())
    return names


def script(kind, statements):
    values, lines, open_pipeline = [], [], False
    for place, (sql, given) in enumerate(statements):
        own = own_numbers(sql) if kind == "save" else {}

        def named(found):
            number = int(found[1])
            if number in own:
                return ":" + own[number]
            if not given[number]:
                return "null" if given[number] is None else "''"
            name = f"s{place}_{number}"
            if (name, given[number]) not in values:
                values.append((name, given[number]))
            return ":" + name

        together = rides_along(sql) and place + 1 < len(statements)
        if together and not open_pipeline:
            lines.append("\\startpipeline")
        lines.append(re.sub(r"\$(\d+)", named, sql) + ";")
        if open_pipeline and not together:
            lines.append("\\endpipeline")
        open_pipeline = bool(together)
    return lines, values


def cards(ids, versions):
    def choice(numbers):
        each = " ".join(f"when :client_id = {at} then {number}" for at, number in enumerate(numbers.split(",")))
        return f"case {each} end"
    print(f"\\set card {choice(ids)}")
    print(f"\\set version {choice(versions)} + :done")
    print("\\set done :done + 1")


if __name__ == "__main__":
    if sys.argv[1] == "cards":
        cards(*sys.argv[2:])
    else:
        lines, values = script(sys.argv[1], list(logged(sys.stdin)))
        open(sys.argv[2] + ".sql", "w").write("\n".join(lines) + "\n")
        open(sys.argv[2] + ".values", "w").write("".join(f"{name}={value}\n" for name, value in values))
