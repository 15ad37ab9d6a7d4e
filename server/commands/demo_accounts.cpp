#include "server/commands/demo_accounts.hpp"

#include "server/access/one_time_codes.hpp"
#include "server/access/passwords.hpp"
#include "server/access/tokens.hpp"
#include "server/store/documents.hpp"
#include "server/store/people.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <future>

namespace demonstration {
namespace {

struct secrets {
    demonstration::account account;
    std::string totp;  // raw
    std::string hash;  // of the password
};

secrets draw_secrets(const wanted_account& wanted) {
    secrets drawn{
        {wanted.role, wanted.name, wanted.email, access_control::make_token().substr(0, 20), "", {}}, "", ""};
    if (wanted.second_factor) {
        drawn.totp = access_control::make_totp_secret();
        for (const char sign : access_control::shown_secret(drawn.totp))
            if (sign != ' ') drawn.account.totp_secret += sign;
        drawn.account.recovery_codes = access_control::make_recovery_codes();
    }
    return drawn;
}

// Argon2id takes tens of milliseconds of a core by design; two at a time fit any machine's memory.
void hash_passwords(std::vector<secrets>& all, const access_control::password_cost& cost) {
    const auto half = [&](std::size_t first) {
        for (std::size_t i = first; i < all.size(); i += 2)
            all[i].hash = access_control::hash_password(all[i].account.password, cost);
    };
    auto other = std::async(std::launch::async, half, 1);
    half(0);
    other.get();
}

class owners_file {
public:
    explicit owners_file(const std::string& path)
        : handle_(open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {
        if (handle_ < 0 || fchmod(handle_, 0600) != 0) throw std::runtime_error("cannot write " + path);
    }
    ~owners_file() { close(handle_); }
    owners_file(const owners_file&) = delete;
    owners_file& operator=(const owners_file&) = delete;
    void write_all(std::string_view text) {
        while (!text.empty()) {
            const auto written = write(handle_, text.data(), text.size());
            if (written <= 0) throw std::runtime_error("cannot write the accounts");
            text.remove_prefix(static_cast<std::size_t>(written));
        }
    }

private:
    int handle_;
};

}  // namespace

std::vector<added_account> add_accounts(store::database& db, const config::settings& settings,
                                        const std::vector<wanted_account>& wanted) {
    std::vector<secrets> all;
    for (const auto& one : wanted) all.push_back(draw_secrets(one));
    hash_passwords(all, {settings.security.password_passes, settings.security.password_memory_kib});
    db.act_as(store::database_role::access, std::nullopt);
    std::vector<added_account> added;
    for (auto& one : all) {
        const auto person = store::add_person(db, one.account.email, one.account.name, true, true);
        store::set_password(db, person, one.hash);
        if (!one.totp.empty()) {
            store::propose_totp(db, person, {one.totp});
            store::activate_totp(db, person, 0);
            std::vector<store::bytes> hashes;
            for (const auto& code : one.account.recovery_codes)
                hashes.push_back(access_control::hash_of_recovery_code(code));
            store::replace_recovery_codes(db, person, hashes);
        }
        added.push_back({person, std::move(one.account)});
    }
    return added;
}

std::string write_accounts(const std::string& var, const std::vector<added_account>& all) {
    const auto folder = std::filesystem::path(var) / "demo";
    std::filesystem::create_directories(folder);
    const auto path = (folder / "accounts.json").string();
    std::string text = "[\n";
    for (const auto& one : all)
        text += store::to_document(one.account) + (&one == &all.back() ? "\n" : ",\n");
    owners_file(path).write_all(text + "]\n");
    return path;
}

}  // namespace demonstration
