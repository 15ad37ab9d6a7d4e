#include "server/store/wire.hpp"

#include <utility>

namespace store {

bool is_sound(const PGresult* result) {
    const auto status = PQresultStatus(result);
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

owned_result wire::prepare(const char* name, const char* sql) {
    hear();
    return owned_result(PQprepare(connection_, name, sql, 0, nullptr));
}

void wire::send_along(const char* name, std::vector<std::string> values) {
    along_.push_back({name, std::move(values)});
}

owned_result wire::run(const char* name, std::span<const char* const> values) {
    hear();
    answer_along_.reset();
    if (along_.empty())
        return owned_result(PQexecPrepared(connection_, name, static_cast<int>(values.size()), values.data(),
                                           nullptr, nullptr, 0));
    if (!send_all_along() || !send(name, values)) return nullptr;
    return read_pipeline(std::exchange(along_, {}).size() + 1);
}

owned_result wire::run_along() {
    hear();
    answer_along_.reset();
    if (!send_all_along()) return nullptr;
    return read_pipeline(std::exchange(along_, {}).size());
}

owned_result wire::run_text(const std::string& sql) {
    hear();
    return owned_result(PQexec(connection_, sql.c_str()));
}

void wire::run_unheard(const char* sql) {
    hear();
    is_unheard_ = PQsendQuery(connection_, sql) == 1;
}

bool wire::send(const char* name, std::span<const char* const> values) {
    return PQsendQueryPrepared(connection_, name, static_cast<int>(values.size()), values.data(), nullptr,
                               nullptr, 0) == 1;
}

bool wire::send_all_along() {
    if (PQenterPipelineMode(connection_) != 1) return false;
    std::vector<const char*> values;
    for (const auto& [name, texts] : along_) {
        values.clear();
        for (const auto& each : texts) values.push_back(each.c_str());
        if (!send(name, values)) return false;
    }
    return true;
}

// Each statement answers with its result and a null; the synchronisation answers last. After one that failed
// the others are passed over by the server.
owned_result wire::read_pipeline(std::size_t count) {
    owned_result last;
    if (PQpipelineSync(connection_) != 1) return nullptr;
    bool has_failed = false;
    for (std::size_t i = 0; i < count && !has_failed; ++i) {
        if (i + 1 == count && count > 1) answer_along_ = std::move(last);
        last.reset(PQgetResult(connection_));
        has_failed = !last || !is_sound(last.get());
        if (last) PQclear(PQgetResult(connection_));
    }
    while (PQstatus(connection_) == CONNECTION_OK) {
        const owned_result rest(PQgetResult(connection_));
        if (PQresultStatus(rest.get()) == PGRES_PIPELINE_SYNC) break;
    }
    PQexitPipelineMode(connection_);
    return last;
}

void wire::hear() {
    if (!std::exchange(is_unheard_, false)) return;
    while (auto* each = PQgetResult(connection_)) PQclear(each);
}

}  // namespace store
