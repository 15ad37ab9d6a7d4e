#include "server/mail/eml.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>

#include "server/mail/mime.hpp"

namespace mail {

namespace {

using notifications::attempt_result;

std::string file_name_of(std::string_view message_id) {
    std::string name(message_id);
    for (char& c : name) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                              c == '.' || c == '-' || c == '@';
        if (!is_plain) c = '_';
    }
    return name + ".eml";
}

class written_file {
public:
    explicit written_file(const std::string& path)
        : descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) {
        if (descriptor_ < 0) fail("open");
    }
    ~written_file() { ::close(descriptor_); }
    written_file(const written_file&) = delete;
    written_file& operator=(const written_file&) = delete;

    void write_all(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto written = ::write(descriptor_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail("write");
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        if (::fsync(descriptor_) != 0) fail("fsync");
    }

private:
    [[noreturn]] static void fail(const char* what) {
        throw std::system_error(errno, std::generic_category(), what);
    }
    int descriptor_;
};

void write_whole_or_not(const std::filesystem::path& target, std::string_view bytes) {
    const std::string unfinished = target.string() + ".part";
    try {
        written_file(unfinished).write_all(bytes);
        std::filesystem::rename(unfinished, target);
    } catch (...) {
        ::unlink(unfinished.c_str());
        throw;
    }
}

}  // namespace

sending leave_as_file(const std::filesystem::path& directory, const message& message) {
    try {
        const std::string bytes = as_mime(message);
        if (std::filesystem::create_directories(directory))
            std::filesystem::permissions(directory, std::filesystem::perms::owner_all);
        write_whole_or_not(directory / file_name_of(message.message_id), bytes);
        return {attempt_result::accepted, 0, {}};
    } catch (const unsendable& reason) {
        return {attempt_result::lasting_failure, 0, reason.what()};
    } catch (const std::system_error& reason) {
        return {attempt_result::temporary_failure, 0, reason.what()};
    }
}

sending deliver(const config::mail_settings& settings, message message, std::chrono::sys_seconds queued_at) {
    if (message.from_address.empty()) {
        message.from_name = settings.from_name;
        message.from_address = settings.from_address;
    }
    if (message.date.empty()) message.date = mail_date(queued_at);
    if (settings.host.empty()) return leave_as_file(settings.eml_directory, message);
    return send(server_of(settings), message);
}

}  // namespace mail
