#pragma once
// A database's schema as text, by pg_dump: for comparing it with schema/current.sql. Without what differs
// between releases and runs.

#include <string>

namespace tests {

std::string dumped_schema(const std::string& connection);

}  // namespace tests
