#pragma once
// Where no SMTP server is set, letters are left as .eml files: the identical bytes that SMTP would carry.

#include <filesystem>

#include "server/mail/smtp.hpp"

namespace mail {

// Writes `<message id>.eml` into the directory (made if need be, readable by its owner only), whole or not
// at all; the same message again replaces its file. Unsendable is a lasting failure, a full disk a
// temporary one.
sending leave_as_file(const std::filesystem::path& directory, const message&);

// Sends by SMTP when a host is set, else leaves a file: what the outbox sender calls. `from` and the date
// are filled in where the message has none.
sending deliver(const config::mail_settings&, message, std::chrono::sys_seconds queued_at);

}  // namespace mail
