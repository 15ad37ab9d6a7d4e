#include "judging/ratings.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace judging {

namespace {

constexpr std::int64_t finest_unit = std::int64_t{1} << 32;

std::int64_t common_denominator(std::span<const exact_value> values) {
    integer common = 1;
    for (const auto& one : values) {
        const integer own = boost::multiprecision::denominator(one.points);
        if (common % own == 0) continue;
        common = boost::multiprecision::lcm(common, own);
        if (common > finest_unit) return finest_unit;
    }
    return common.convert_to<std::int64_t>();
}

double in_units(const fraction& points, std::int64_t per_point) {
    const integer top = boost::multiprecision::numerator(points) * per_point;
    const integer bottom = boost::multiprecision::denominator(points);
    if (top % bottom == 0) return integer(top / bottom).convert_to<double>();
    return std::nearbyint(fraction(top, bottom).convert_to<double>());
}

// A table of some entries of another, with the judges that `keeps` wants; all cells of those judges.
ratings part_with(const ratings& all, const std::vector<std::size_t>& entries,
                  const std::vector<bool>& keeps) {
    ratings part;
    part.units_per_point = all.units_per_point;
    std::vector<std::uint32_t> place(all.judges.size());
    for (std::size_t judge = 0; judge < all.judges.size(); ++judge) {
        if (!keeps[judge]) continue;
        place[judge] = static_cast<std::uint32_t>(part.judges.size());
        part.judges.push_back(all.judges[judge]);
    }
    part.starts.push_back(0);
    for (const auto entry : entries) {
        part.entries.push_back(all.entries[entry]);
        for (const auto& cell : all.of(entry))
            if (keeps[cell.judge]) part.cells.push_back({place[cell.judge], cell.units});
        part.starts.push_back(part.cells.size());
    }
    return part;
}

}  // namespace

ratings tabulate(std::span<const judged_entry> entries, std::span<const exact_value> values,
                 std::span<const exact_value> others) {
    ratings all;
    all.units_per_point = static_cast<double>(common_denominator(values));
    std::map<judge_id, std::uint32_t> place;
    for (const auto& one : values) place[one.judge];
    for (const auto& one : others) place[one.judge];
    for (auto& [judge, at] : place)
        at = static_cast<std::uint32_t>(all.judges.size()), all.judges.push_back(judge);
    for (const auto& each : entries) all.entries.push_back(each.entry);
    std::ranges::sort(all.entries);
    std::vector<const exact_value*> ordered;
    for (const auto& one : values) ordered.push_back(&one);
    std::ranges::sort(ordered, {}, [](const auto* one) { return std::pair(one->entry, one->judge); });
    auto next = ordered.begin();
    all.starts.push_back(0);
    for (const auto entry : all.entries) {
        for (; next != ordered.end() && (*next)->entry == entry; ++next)
            all.cells.push_back({place[(*next)->judge],
                                 in_units((*next)->points, static_cast<std::int64_t>(all.units_per_point))});
        all.starts.push_back(all.cells.size());
    }
    return all;
}

ratings complete_part(const ratings& all) {
    std::vector<std::size_t> complete;
    for (std::size_t entry = 0; entry < all.entries.size(); ++entry)
        if (!all.judges.empty() && all.of(entry).size() == all.judges.size()) complete.push_back(entry);
    return part_with(all, complete, std::vector<bool>(all.judges.size(), true));
}

ratings part_of_category(const ratings& all, std::span<const judged_entry> entries, category_id category) {
    std::set<entry_id> own;
    for (const auto& each : entries)
        if (each.category == category) own.insert(each.entry);
    std::vector<std::size_t> places;
    std::vector<bool> keeps(all.judges.size(), false);
    for (std::size_t entry = 0; entry < all.entries.size(); ++entry) {
        if (!own.contains(all.entries[entry])) continue;
        places.push_back(entry);
        for (const auto& cell : all.of(entry)) keeps[cell.judge] = true;
    }
    return part_with(all, places, keeps);
}

}  // namespace judging
