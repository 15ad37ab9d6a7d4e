#pragma once
// Described structs as the canonical JSON texts that are kept and hashed: members in the order of their
// description, no white space. Only for texts that the service itself wrote; what people send is read field
// by field.

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_from.hpp>
#include <boost/json/value_to.hpp>

#include "workflow/ids.hpp"

#include <string>
#include <string_view>

// Ids are their bare numbers in a document. (Boost.JSON finds these by the namespace of the id.)
namespace workflow {
template <numbered Id>
requires(!boost::describe::has_describe_enumerators<Id>::value) void tag_invoke(boost::json::value_from_tag,
                                                                                boost::json::value& to,
                                                                                Id id) {
    to = value(id);
}
template <numbered Id>
requires(!boost::describe::has_describe_enumerators<Id>::value) Id
    tag_invoke(boost::json::value_to_tag<Id>, const boost::json::value& from) {
    return id_from<Id>(from.to_number<std::int64_t>());
}
}  // namespace workflow

namespace store {

template <class Document>
std::string to_document(const Document& value) {
    return boost::json::serialize(boost::json::value_from(value));
}

// Throws boost::system::system_error for a text that is not this document.
template <class Document>
Document from_document(std::string_view text) {
    return boost::json::value_to<Document>(boost::json::parse(text));
}

}  // namespace store
