#include "server/commands/options.hpp"

#include <charconv>
#include <sstream>

namespace commands {
namespace {

template <class Number>
CLI::Validator between(const char* kind, Number least, Number most) {
    std::ostringstream wanted;
    wanted << "must be a " << kind << " from " << least << " to " << most;
    return {[least, most, words = wanted.str()](std::string& text) {
                Number read{};
                const auto* end = text.data() + text.size();
                const auto [stopped, error] = std::from_chars(text.data(), end, read);
                // Written so that what is no number is not taken either.
                const bool is_good = error == std::errc() && stopped == end && read >= least && read <= most;
                return is_good ? std::string() : words;
            },
            ""};
}

}  // namespace

CLI::Validator whole_number(std::uint64_t least, std::uint64_t most) {
    return between("whole number", least, most);
}

CLI::Validator number(double least, double most) {
    return between("number", least, most);
}

}  // namespace commands
