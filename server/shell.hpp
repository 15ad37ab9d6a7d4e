#pragma once
// What happens around every feature, once: who is asking, may they, anti-forgery, parameters, the
// transaction, repeating it after a conflict, and what a broken world answers. One shell for each worker
// thread, with a database connection of its own.

#include "server/features/frame/visit.hpp"
#include "server/http/page_cache.hpp"
#include "server/http/workers.hpp"
#include "server/observations.hpp"
#include "server/routes.hpp"

class shell final : public http::worker {
public:
    shell(const features::services&, observations&, http::page_cache&);
    http::response handle(http::request&) override;

private:
    http::response answer_once(http::request&, const route&);
    http::response answer_once_for_all(features::visit&, store::database&, const route&);
    http::response turn_away(features::visit&, access_control::admission);
    http::response answer_away(http::request&, const route&);
    store::database& connection();
    store::visit_facts find_out_who(const http::request&, const std::string& token, store::transaction_kind);

    const features::services& services_;
    observations& observations_;
    http::page_cache& pages_;
    std::unique_ptr<store::database> database_;
};
