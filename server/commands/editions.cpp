#include "server/commands/editions.hpp"

#include "server/acts/import.hpp"
#include "server/pages/countries.hpp"
#include "server/pages/zones.hpp"

namespace commands {

std::string import_edition(const config::settings& settings, const std::filesystem::path& file) {
    const auto loaded = config::load_edition_file(file, pages::answer_for_zone);
    store::database db(settings.database.owner_connection, {});
    db.run_script("begin");
    acts::import_edition(db, {{workflow::role::secretariat, db.person()}, std::nullopt}, loaded,
                         pages::name_of_country);
    db.run_script("commit");
    return loaded.file.edition.key;
}

}  // namespace commands
