#pragma once
// From an answer of PostgreSQL to described structs: a member is filled from the column of its name. A column
// without a member, a member without a column and a NULL without an optional are programming errors and
// throw.

#include "server/store/parameter.hpp"

#include <boost/mp11.hpp>

#include <stdexcept>

namespace store {

// What a statement answered; a view that lives until the connection's next statement.
class query_result {
public:
    virtual int rows() const = 0;
    virtual int columns() const = 0;
    virtual int column(const char* name) const = 0;                               // -1: no such column
    virtual std::optional<std::string_view> text(int row, int column) const = 0;  // nothing: NULL

protected:
    ~query_result() = default;
};

void from_text(std::string_view text, std::int64_t& value);
void from_text(std::string_view text, double& value);
void from_text(std::string_view text, bool& value);
void from_text(std::string_view text, workflow::instant& value);
void from_text(std::string_view text, bytes& value);

template <class Value>
void from_cell(std::optional<std::string_view> text, Value& value) {
    if constexpr (requires {
                      value.has_value();
                      *value;
                  }) {
        if (!text) {
            value.reset();
        } else {
            from_cell(text, value.emplace());
        }
    } else {
        if (!text) throw std::logic_error("a NULL where none is expected");
        if constexpr (std::is_same_v<Value, std::string>) {
            value = *text;
        } else if constexpr (std::is_enum_v<Value> &&
                             boost::describe::has_describe_enumerators<Value>::value) {
            if (!boost::describe::enum_from_string(std::string(*text).c_str(), value))
                throw std::logic_error("an enumerator that is not known: " + std::string(*text));
        } else if constexpr (std::is_enum_v<Value> ||
                             (std::is_integral_v<Value> && !std::is_same_v<Value, bool>)) {
            std::int64_t number = 0;
            from_text(*text, number);
            value = static_cast<Value>(number);
        } else {
            from_text(*text, value);
        }
    }
}

template <class Row>
std::vector<Row> read_rows(const query_result& found) {
    using members = boost::describe::describe_members<Row, boost::describe::mod_public>;
    std::array<int, boost::mp11::mp_size<members>::value> where{};
    std::size_t member = 0;
    boost::mp11::mp_for_each<members>([&](auto one) {
        where[member] = found.column(one.name);
        if (where[member++] < 0) throw std::logic_error(std::string("no column for the member ") + one.name);
    });
    if (static_cast<std::size_t>(found.columns()) != where.size())
        throw std::logic_error("a column that no member takes");
    std::vector<Row> rows(static_cast<std::size_t>(found.rows()));
    for (int row = 0; row < found.rows(); ++row) {
        member = 0;
        boost::mp11::mp_for_each<members>([&](auto one) {
            from_cell(found.text(row, where[member++]), rows[static_cast<std::size_t>(row)].*one.pointer);
        });
    }
    return rows;
}

template <class Value>
std::vector<Value> read_column(const query_result& found) {
    if (found.columns() != 1) throw std::logic_error("one column is expected");
    std::vector<Value> values;
    values.reserve(static_cast<std::size_t>(found.rows()));
    for (int row = 0; row < found.rows(); ++row) {
        Value value{};
        from_cell(found.text(row, 0), value);
        values.push_back(std::move(value));
    }
    return values;
}

[[noreturn]] void throw_not_found();

template <class Value>
Value read_value(const query_result& found) {
    if (found.rows() == 0) throw_not_found();
    if (found.columns() != 1) throw std::logic_error("one column is expected");
    Value value{};
    from_cell(found.text(0, 0), value);
    return value;
}

}  // namespace store
