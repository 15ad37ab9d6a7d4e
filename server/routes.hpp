#pragma once
// The table of every URL: method, path, the right whose policy row says who may call it, the feature that
// answers, the parameters it declares. What is not declared is a 400.

#include "server/features/frame/visit.hpp"
#include "server/http/server.hpp"

#include <array>
#include <span>

// The names a route takes from query and form. A name ending in `*` stands for all that begin so
// ("answer.*"). `csrf` belongs to every route that changes something and is not named.
class parameters {
public:
    constexpr parameters() = default;
    template <class... Names>
    constexpr explicit parameters(Names... names)
        : names_{std::string_view(names)...}, count_(sizeof...(names)) {}
    constexpr std::span<const std::string_view> names() const { return std::span(names_).first(count_); }
    constexpr bool allows(std::string_view name) const {
        for (std::size_t i = 0; i < count_; ++i) {
            const auto known = names_[i];
            if (known == name) return true;
            if (known.ends_with('*') && name.starts_with(known.substr(0, known.size() - 1))) return true;
        }
        return false;
    }

private:
    std::array<std::string_view, 28> names_{};
    std::size_t count_ = 0;
};

// Work that takes long (passwords, PDFs, exports) runs in a pool of its own.
enum class pace { usual, slow };

struct route {
    http::method method;
    std::string_view pattern;
    access_control::right right;
    features::feature* answer;
    parameters takes{};
    pace runs = pace::usual;
    http::body_policy body = http::body_policy::form;
};

std::span<const route> routes();

// The same table as the HTTP edge wants it.
std::vector<http::route> http_routes(const config::settings&);
