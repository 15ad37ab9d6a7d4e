#pragma once
// What every page of the secretariat begins with, and the small parts that several of them share: the tabs,
// links by the edition, fields made in one line, times as letters write them. Knows no single page.

#include "server/features/frame/letters.hpp"
#include "server/features/frame/visit.hpp"
#include "server/features/frame/words.hpp"
#include "server/pages/office/views.hpp"
#include "server/store/editions.hpp"

namespace features {

enum class office_section {
    dashboard,
    set_up,
    entries,
    cities,
    panel,
    conflicts,
    judging,
    results,
    letters,
    log
};

// A page of an edition: frame, tabs and title are filled. `title` empty: the edition's name.
pages::office_view begin_office(visit&, const workflow::edition&, office_section, pages::phrase title = {});
// "/office/2014" and what follows: office_url(edition, "/entries").
std::string office_url(const workflow::edition&, std::string_view rest = {});
// The whole address, for letters.
std::string address_of(const visit&, std::string_view path);

http::response office_page(const visit&, const pages::office_view&);
http::response office_page(const visit&, int status, const pages::office_view&);

// Fields with what was typed, or else the value given.
pages::field line(std::string name, pages::phrase label, std::string value, pages::phrase hint = {},
                  std::string width = {});
pages::field lines(std::string name, pages::phrase label, std::string value, int rows = 4,
                   pages::phrase hint = {});
pages::field tick(std::string name, pages::phrase text, bool chosen);
pages::field choose(std::string name, pages::phrase label, std::vector<pages::choice> choices,
                    std::string_view chosen, pages::phrase hint = {}, bool with_empty = true);
pages::field date_time(std::string name, pages::phrase label, std::string value, std::string zone,
                       pages::phrase hint = {}, bool without_time = false);
// Puts an error beside the field of this name, wherever it stands in the form, and into the summary.
void mark(visit&, pages::office_form&, std::string_view name, pages::phrase error);
// A form with one button.
pages::office_form form_to(std::string action, std::vector<pages::field> fields, pages::phrase go,
                           std::string kind = "main");

// A button that says by the field `act` which of the form's acts is meant.
pages::button act_button(std::string act, pages::phrase text, std::string kind);

// True when every field of the form came in readable UTF-8 and within `most` characters; else marks those
// that did not.
bool is_readable(visit&, pages::office_form&, std::size_t most = 10000);

// "12.50" for 1250, and back; nothing for what is no such number.
std::string in_percent(int basis_points);
std::optional<int> find_basis_points(std::string_view percent);
// A key made of a name: "open_city"; `instead` when nothing is left.
std::string key_of(std::string_view name, std::string_view instead);

// So many rows of a long list stand on one page.
inline constexpr int page_size = 50;
// The page of a long list that the query asks for, from 1.
int page_asked(const visit&);
// A value as a query carries it (RFC 3986).
std::string percent_encoded(std::string_view text);

}  // namespace features
