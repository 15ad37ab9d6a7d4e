#include "server/commands/commands.hpp"

#include "server/acts/certificates.hpp"
#include "server/print/certificate.hpp"
#include "server/store/certificates.hpp"
#include "server/store/documents.hpp"

#include <filesystem>
#include <fstream>

namespace commands {
namespace {

void write_file(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file << bytes;
    if (!file.flush()) throw std::runtime_error("cannot write " + path.string());
}

}  // namespace

int write_certificates(const config::settings& settings, const std::string& edition,
                       const std::string& folder, std::ostream& out) {
    store::database db(settings.database.connection, {});
    db.begin(store::transaction_kind::read, store::database_role::clock, std::nullopt);
    const auto id = store::find_edition(db, edition);
    if (!id) throw std::runtime_error("there is no edition " + edition);
    const auto words = acts::load_certificate_words(settings.paths.wording);
    std::filesystem::create_directories(folder);
    std::vector<notifications::certificate> all;
    for (const auto& row : store::list_certificates(db, *id)) {
        if (row.state != workflow::certificate_state::issued) continue;
        all.push_back(notifications::write_certificate(
            words, acts::printed_content(row, settings.server.public_address)));
        write_file(std::filesystem::path(folder) / (row.serial + ".pdf"), print::pdf_of(all.back()));
    }
    if (all.empty()) {
        out << "Edition " << edition << " has no certificates: they are issued at the announcement.\n";
        return 0;
    }
    write_file(std::filesystem::path(folder) / ("all-" + edition + ".pdf"), print::pdf_of(all));
    out << all.size() << " certificates in " << folder << "\n";
    return 0;
}

}  // namespace commands
