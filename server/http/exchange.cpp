#include "server/http/exchange.hpp"

#include "server/http/headers.hpp"

namespace http {

namespace {

bool has_cookie(const message_head& head, std::string_view name) {
    for (const auto& [key, value] : head.headers)
        if (key == "cookie" && value.find(name) != std::string::npos) return true;
    return false;
}

std::vector<route_key> keys(std::span<const route> routes) {
    std::vector<route_key> list;
    for (const auto& each : routes) list.push_back({each.method, each.pattern});
    return list;
}

response plain_page(int status, std::string_view request_id) {
    auto line = status_line(status).substr(9);
    line.resize(line.size() - 2);
    return text(status, line + "\nrequest " + std::string(request_id) + "\n");
}

parts completed(parts lent) {
    if (!lent.make_error_page) lent.make_error_page = plain_page;
    if (!lent.observer) throw std::invalid_argument("the HTTP server needs an observer");
    return lent;
}

}  // namespace

surroundings::surroundings(const settings& given, std::span<const route> rows, parts given_parts)
    : chosen(given),
      routes(rows.begin(), rows.end()),
      router(keys(rows)),
      lent(completed(std::move(given_parts))),
      crew(given.ordinary, given.slow, lent.make_worker, lent.make_error_page, *lent.observer),
      is_secure(given.is_behind_tls || !given.certificate_file.empty()) {}

void surroundings::note_connection_end() {
    const std::lock_guard lock(ending);
    if (connections.fetch_sub(1) == 1) ended.notify_all();
}

bool surroundings::wait_for_connections(std::chrono::milliseconds limit) {
    std::unique_lock lock(ending);
    return ended.wait_for(lock, limit, [this] { return connections == 0; });
}

std::optional<ready_page> find_ready_page(const surroundings& around, const message_head& head) {
    const bool is_read = head.method == method::get || head.method == method::head;
    if (!is_read) return {};
    const auto make = [&](const prepared& page) {
        return page.choose(head.method == method::head, head.header("if-none-match"),
                           head.header("accept-encoding"));
    };
    if (around.lent.files)
        if (const auto* file = around.lent.files->find(head.target))
            return ready_page{nullptr, make(*file), "(assets)"};
    if (!around.lent.pages || has_cookie(head, around.chosen.session_cookie)) return {};
    auto page = around.lent.pages->find(head.target);
    if (!page) return {};
    const auto form = make(*page);
    return ready_page{std::move(page), form, "(cached)"};
}

std::optional<response> find_route(const surroundings& around, exchange& under_way, message_head&& head) {
    auto& asked = under_way.asked;
    const auto known = head.method;
    under_way.is_head = known == method::head;
    under_way.has_session = has_cookie(head, around.chosen.session_cookie);
    if (head.target == "*" && known == method::options) {
        response all = text(204, "");
        all.type.clear();
        all.with("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        return all;
    }
    if (!fill_request(asked, std::move(head), around.chosen, around.is_secure)) {
        under_way.keeps_alive = false;
        return around.refuse(400, asked.id);
    }
    auto found = around.router.find(known.value_or(method::options), asked.path);
    const bool is_wrong_method = !known && (found.route || !found.allow.empty());
    if (found.route && known) {
        under_way.row = &around.routes[*found.route];
        under_way.pattern = asked.pattern = under_way.row->pattern;
        asked.route = *found.route;
        asked.parameters = std::move(found.parameters);
        return {};
    }
    if (found.allow.empty() && !is_wrong_method) return around.refuse(404, asked.id);
    auto answer = known == method::options ? response{} : around.refuse(405, asked.id);
    if (known == method::options) answer.status = 204;
    answer.with("Allow", found.allow);
    return answer;
}

std::shared_ptr<const prepared> keep_page(const surroundings& around, const exchange& under_way,
                                          response& answer) {
    if (answer.cache == cache_policy::no_store || answer.cache == cache_policy::own_browser) return nullptr;
    const bool is_for_all = !under_way.has_session && answer.cookies.empty() && answer.headers.empty() &&
                            answer.status == 200 && !std::holds_alternative<temporary_file>(answer.body) &&
                            under_way.row->method == method::get;
    if (!is_for_all) {
        if (under_way.has_session || !answer.cookies.empty()) answer.cache = cache_policy::no_store;
        return nullptr;
    }
    auto page = std::make_shared<const prepared>(answer.type, std::get<std::string>(std::move(answer.body)),
                                                 answer.cache, security_lines(around.is_secure));
    if (around.lent.pages) around.lent.pages->store(under_way.asked.target, page, under_way.generation);
    return page;
}

}  // namespace http
