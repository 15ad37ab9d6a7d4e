#include "judging/drawn_panels.hpp"

#include <random>

namespace judging {

namespace {

void add_panels(std::vector<drawn_panel>& panels, std::vector<double>& weights, std::size_t judge,
                std::uint64_t seats, std::uint64_t ways) {
    if (judge + 1 == weights.size()) {
        weights[judge] = static_cast<double>(seats);
        panels.push_back({weights, ways});
        return;
    }
    std::uint64_t chosen = 1;  // seats over taken: in how many ways these seats can be this judge's
    for (std::uint64_t taken = 0; taken <= seats; ++taken) {
        weights[judge] = static_cast<double>(taken);
        add_panels(panels, weights, judge + 1, seats - taken, ways * chosen);
        chosen = chosen * (seats - taken) / (taken + 1);
    }
}

}  // namespace

std::vector<drawn_panel> enumerate_panels(std::size_t judges) {
    std::vector<drawn_panel> panels;
    std::vector<double> weights(judges, 0);
    add_panels(panels, weights, 0, judges, 1);
    return panels;
}

std::vector<drawn_panel> draw_panels(std::size_t judges, const interval_rules& rules) {
    std::mt19937_64 dice(rules.seed);
    std::vector<drawn_panel> panels(static_cast<std::size_t>(rules.draws));
    for (auto& one : panels) {
        one.weights.assign(judges, 0);
        for (std::size_t seat = 0; seat < judges; ++seat) one.weights[dice() % judges] += 1;
    }
    return panels;
}

bool can_be_enumerated(std::size_t judges, std::size_t entries) {
    if (judges > static_cast<std::size_t>(most_judges_enumerated)) return false;
    double panels = 1;
    for (std::size_t at = 1; at < judges; ++at)
        panels = panels * static_cast<double>(judges + at) / static_cast<double>(at);
    return panels * static_cast<double>(entries) <= most_looks_at_an_entry;
}

}  // namespace judging
