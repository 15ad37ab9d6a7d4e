#pragma once
// Which of so many things hang together, as pairs are joined one after the other (Tarjan 1975, with halved
// paths). For the connectivity of judges and entries; knows neither.

#include <numeric>
#include <vector>

namespace judging {

class disjoint_sets {
public:
    explicit disjoint_sets(std::size_t things) : parent_(things) {
        std::iota(parent_.begin(), parent_.end(), std::size_t{0});
    }
    void join(std::size_t one, std::size_t other) { parent_[set_of(one)] = set_of(other); }
    // The same number for all that hang together.
    std::size_t set_of(std::size_t thing) {
        while (parent_[thing] != thing) thing = parent_[thing] = parent_[parent_[thing]];
        return thing;
    }

private:
    std::vector<std::size_t> parent_;
};

}  // namespace judging
