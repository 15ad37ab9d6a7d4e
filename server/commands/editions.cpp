#include "server/commands/editions.hpp"

#include "server/acts/import.hpp"
#include "server/pages/zones.hpp"

namespace commands {

std::string import_edition(store::database& db, const std::filesystem::path& file) {
    const auto loaded = config::load_edition_file(file, pages::answer_for_zone);
    const store::act who{{workflow::role::secretariat, db.person()}, std::nullopt};
    acts::import_edition(db, who, loaded);
    return loaded.file.edition.key;
}

}  // namespace commands
