#include "server/http/router.hpp"

#include <map>
#include <stdexcept>

namespace http {

struct router::node {
    std::map<std::string, std::unique_ptr<node>, std::less<>> literals;
    std::unique_ptr<node> number, any;
    std::vector<std::size_t> routes;

    node& child_for(std::string_view segment) {
        auto& place = !patterns::is_parameter(segment) ? literals[std::string(segment)]
                      : patterns::is_number(segment)   ? number
                                                       : any;
        if (!place) place = std::make_unique<node>();
        return *place;
    }

    /// Every row whose pattern matches; rows of different methods may overlap, so all branches count.
    void collect(std::span<const std::string> path, std::vector<std::size_t>& rows) const {
        if (path.empty()) {
            rows.insert(rows.end(), routes.begin(), routes.end());
            return;
        }
        const auto& segment = path.front();
        const auto rest = path.subspan(1);
        if (const auto found = literals.find(segment); found != literals.end())
            found->second->collect(rest, rows);
        if (number && patterns::is_all_digits(segment)) number->collect(rest, rows);
        if (any && !segment.empty()) any->collect(rest, rows);
    }
};

namespace {

template <class Visit>
void for_each_segment(std::string_view pattern, Visit visit) {
    if (pattern == "/") return;
    for (auto rest = pattern; !rest.empty();) visit(patterns::take_segment(rest));
}

std::string allowed(const std::vector<route_key>& routes, const std::vector<std::size_t>& rows) {
    std::string list = "OPTIONS";
    bool has_get = false, has_head = false;
    for (const auto row : rows) {
        const auto m = routes[row].method;
        has_get |= m == method::get;
        has_head |= m == method::head;
        if (m != method::options) list.append(", ").append(to_text(m));
    }
    return has_get && !has_head ? list + ", HEAD" : list;
}

}  // namespace

router::router(std::span<const route_key> routes)
    : routes_(routes.begin(), routes.end()), root_(std::make_unique<node>()) {
    for (std::size_t row = 0; row < routes_.size(); ++row) {
        const auto& [method, pattern] = routes_[row];
        if (!is_valid_pattern(pattern))
            throw std::invalid_argument("no valid pattern: " + std::string(pattern));
        for (std::size_t other = 0; other < row; ++other)
            if (routes_[other].method == method && patterns_overlap(routes_[other].pattern, pattern))
                throw std::invalid_argument("patterns overlap: " + std::string(routes_[other].pattern) +
                                            " and " + std::string(pattern));
        node* place = root_.get();
        for_each_segment(pattern, [&](std::string_view segment) { place = &place->child_for(segment); });
        place->routes.push_back(row);
    }
}

router::~router() = default;

router::found router::find(http::method wanted, std::span<const std::string> path) const {
    std::vector<std::size_t> rows;
    root_->collect(path, rows);
    if (rows.empty()) return {};
    found result;
    const auto take = [&](http::method m) {
        for (const auto row : rows)
            if (routes_[row].method == m) result.route = row;
    };
    take(wanted);
    if (!result.route && wanted == method::head) take(method::get);
    if (!result.route) {
        result.allow = allowed(routes_, rows);
        return result;
    }
    std::size_t at = 0;
    for_each_segment(routes_[*result.route].pattern, [&](std::string_view segment) {
        if (patterns::is_parameter(segment))
            result.parameters.emplace_back(patterns::parameter_name(segment), path[at]);
        ++at;
    });
    return result;
}

}  // namespace http
