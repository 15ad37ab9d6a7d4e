#include <gmock/gmock.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <thread>

#include "server/print/certificate.hpp"

namespace {

using namespace notifications;
using testing::HasSubstr;
using testing::Not;

certificate_content content_of(certificate_kind kind, std::string name, std::string country_code,
                               std::string title) {
    static int made = 0;
    certificate_content content;
    content.kind = kind;
    content.name = std::move(name);
    content.name_detail = "A Country";
    content.country_code = std::move(country_code);
    content.entry_title = std::move(title);
    content.category = "Services";
    content.tier = "Best e-Government Prize";
    content.tier_rank = 1;
    content.edition_name = "The 2nd WeGO Awards";
    content.edition_year = 2014;
    content.organiser = "World e-Governments Organization of Cities and Local Governments";
    content.ceremony = "The 3rd WeGO General Assembly, Chengdu, China, 5 November 2014";
    content.issued_on = "5 November 2014";
    content.issue_date = std::chrono::year(2014) / 11 / 5;
    content.number[15] = static_cast<std::uint8_t>(++made);
    content.number[3] = 0xA7;
    content.service_address = "https://wego-awards.example";
    content.signatories = {{"Ji-won Park", "Secretary-General"}, {"Elena Duarte", "Chair of the panel"}};
    return content;
}

certificate printed(const certificate_content& content) {
    std::ifstream file(WEGO_SOURCE_DIR "/notifications/wording/certificate.words", std::ios::binary);
    const std::string words(std::istreambuf_iterator<char>(file), {});
    return write_certificate(read_certificate_words(words, untranslated), content);
}

std::vector<certificate> of_all_scripts() {
    std::vector<certificate> all;
    for (const auto& [name, country, title] :
         std::vector<std::array<std::string, 3>>{{"Taipei", "TW", "One account"},
                                                 {"서울특별시", "KR", "서울 열린 데이터 광장"},
                                                 {"مدينة أبوظبي", "AE", "بوابة الخدمات"},
                                                 {"काठमाडौं", "NP", "नागरिक केन्द्र"},
                                                 {"Ульяновск", "RU", "Электронный город"},
                                                 {"Thành phố Đà Nẵng", "VN", "Cổng dịch vụ công"},
                                                 {"臺北市政府", "TW", "市民一站式服務"},
                                                 {"成都市", "CN", "开放数据"}})
        all.push_back(printed(content_of(certificate_kind::winner, name, country, title)));
    return all;
}

// A PDF in a file of its own, and what poppler and zbar say of it.
class pdf_file {
public:
    explicit pdf_file(const std::string& bytes) {
        std::string pattern = (std::filesystem::temp_directory_path() / "certificate.XXXXXX").string();
        directory_ = ::mkdtemp(pattern.data());
        std::ofstream(path(), std::ios::binary) << bytes;
    }
    ~pdf_file() { std::filesystem::remove_all(directory_); }
    pdf_file(const pdf_file&) = delete;
    pdf_file& operator=(const pdf_file&) = delete;

    std::string path() const { return (directory_ / "c.pdf").string(); }
    std::string output_of(const std::string& command) const {
        std::FILE* pipe = ::popen(("cd '" + directory_.string() + "' && " + command).c_str(), "r");
        std::string output;
        std::array<char, 4096> piece{};
        for (std::size_t length; (length = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;)
            output.append(piece.data(), length);
        ::pclose(pipe);
        return output;
    }
    std::string text_of_page(std::size_t page) const {
        const auto number = std::to_string(page);
        return without_marks(output_of("pdftotext -f " + number + " -l " + number + " c.pdf -"));
    }

private:
    // pdftotext puts invisible marks of direction around Arabic.
    static std::string without_marks(std::string text) {
        for (const std::string mark : {"\xe2\x80\xaa", "\xe2\x80\xab", "\xe2\x80\xac"})
            for (auto at = text.find(mark); at != text.npos; at = text.find(mark))
                text.erase(at, mark.size());
        return text;
    }
    std::filesystem::path directory_;
};

TEST(certificate_pdf, is_one_page_of_A4_landscape_with_the_issue_date_only) {
    const pdf_file file(print::pdf_of(of_all_scripts().front()));
    const auto info = file.output_of("TZ=UTC pdfinfo c.pdf");
    EXPECT_THAT(info, HasSubstr("Pages:           1\n"));
    EXPECT_THAT(info, HasSubstr("841.89 x 595.276 pts (A4)"));
    EXPECT_THAT(info, HasSubstr("CreationDate:    Wed Nov  5 00:00:00 2014"));
    EXPECT_THAT(info, HasSubstr("ModDate:         Wed Nov  5 00:00:00 2014"));
}

TEST(certificate_pdf, shapes_and_embeds_every_script_and_holds_one_name_a_page) {
    const auto all = of_all_scripts();
    const pdf_file file(print::pdf_of(all));
    for (std::size_t page = 1; page <= all.size(); ++page) {
        const auto text = file.text_of_page(page);
        for (const auto& one : all) {
            const bool is_here = &one == &all[page - 1];
            EXPECT_EQ(text.find(one.name) != text.npos, is_here) << one.name << " on page " << page;
            EXPECT_EQ(text.find(one.serial) != text.npos, is_here);
        }
        EXPECT_THAT(text, HasSubstr(all[page - 1].entry_title));
    }
    const auto fonts = file.output_of("pdffonts c.pdf | tail -n +3");
    for (const std::string font : {"NotoSerifCJKkr", "NotoSerifCJKtc", "NotoSerifCJKsc", "NotoNaskhArabic",
                                   "NotoSerifDevanagari", "NotoSerifDisplay"})
        EXPECT_THAT(fonts, HasSubstr(font));
    EXPECT_EQ(file.output_of("pdffonts c.pdf | tail -n +3 | grep -vE ' yes yes (yes|no ) +[0-9]+ +0$'"), "");
    EXPECT_THAT(fonts, Not(HasSubstr("DejaVu")));
}

TEST(certificate_pdf, is_sound_and_says_what_it_is_and_in_which_language) {
    const auto all = of_all_scripts();
    const pdf_file file(print::pdf_of(all));
    const auto check = file.output_of("qpdf --check c.pdf 2>&1; echo status $?");
    EXPECT_THAT(check, HasSubstr("status 0"));
    EXPECT_THAT(check, Not(HasSubstr("WARNING"))) << check;
    EXPECT_THAT(file.output_of("pdfinfo c.pdf"), HasSubstr("Tagged:          yes"));
    EXPECT_THAT(file.output_of("pdfinfo -meta c.pdf"),
                HasSubstr("<rdf:li xml:lang=\"x-default\">The 2nd WeGO"));
    EXPECT_THAT(file.output_of("qpdf --qdf c.pdf - | grep -a /Lang"), HasSubstr("(en)"));
    const auto structure = file.output_of("pdfinfo -struct-text c.pdf 2>&1");
    EXPECT_THAT(structure, Not(HasSubstr("Warning"))) << structure.substr(0, 500);
    EXPECT_THAT(structure, HasSubstr("H1"));
    EXPECT_THAT(structure, HasSubstr("Taipei"));
}

TEST(certificate_pdf, names_of_every_script_keep_serifs) {
    std::vector<certificate> all;
    for (const char* name : {"กรุงเทพมหานคร", "ঢাকা", "சென்னை", "თბილისი", "አዲስ አበባ", "ירושלים"})
        all.push_back(printed(content_of(certificate_kind::winner, name, "TH", "One counter")));
    const pdf_file file(print::pdf_of(all));
    const auto fonts = file.output_of("pdffonts c.pdf");
    for (const char* script : {"Thai", "Bengali", "Tamil", "Georgian", "Ethiopic", "Hebrew"})
        EXPECT_THAT(fonts, HasSubstr(std::string("NotoSerif") + script)) << fonts;
}

TEST(certificate_pdf, leads_by_its_qr_code_to_the_address_in_letters) {
    for (auto kind : {certificate_kind::winner, certificate_kind::participant, certificate_kind::judge}) {
        auto content = content_of(kind, "Chengdu", "CN", "Open data");
        content.demonstration = true;
        const auto one = printed(content);
        const pdf_file file(print::pdf_of(one));
        const auto decoded =
            file.output_of("pdftoppm -png -r 110 c.pdf p >/dev/null && zbarimg -q --raw p*.png 2>/dev/null");
        EXPECT_EQ(decoded, one.check_address + "\n");
        EXPECT_THAT(file.text_of_page(1), HasSubstr(one.check_address));
        EXPECT_THAT(file.text_of_page(1), HasSubstr("Demonstration"));
    }
}

TEST(certificate_pdf, P4_says_when_it_is_no_longer_valid) {
    auto content = content_of(certificate_kind::winner, "Chengdu", "CN", "Open data");
    EXPECT_THAT(pdf_file(print::pdf_of(printed(content))).text_of_page(1), Not(HasSubstr("No longer valid")));
    content.in_force = false;
    EXPECT_THAT(pdf_file(print::pdf_of(printed(content))).text_of_page(1), HasSubstr("No longer valid"));
}

TEST(certificate_pdf, gives_the_same_bytes_for_the_same_certificates) {
    const auto all = of_all_scripts();
    const auto once = print::pdf_of(all);
    print::pdf_of(all[2]);
    EXPECT_EQ(print::pdf_of(all), once);
    std::vector<std::string> made(4);
    std::vector<std::thread> threads;
    for (auto& one : made) threads.emplace_back([&] { one = print::pdf_of(all); });
    for (auto& thread : threads) thread.join();
    for (const auto& one : made) EXPECT_TRUE(one == once);
}

TEST(certificate_pdf, shrinks_and_wraps_what_is_long_within_the_frame) {
    std::string name, title;
    for (int word = 0; word < 30; ++word) name += "Municipality ";
    for (int word = 0; word < 60; ++word) title += "project ";
    auto content = content_of(certificate_kind::winner, name + "End", "", title + "last");
    content.tier_rank = 3;
    const pdf_file file(print::pdf_of(printed(content)));
    EXPECT_THAT(file.output_of("pdfinfo c.pdf"), HasSubstr("Pages:           1\n"));
    const auto text = file.text_of_page(1);
    EXPECT_THAT(text, HasSubstr("End"));
    EXPECT_THAT(text, HasSubstr("last”"));
    // Every word's box lies within the frame, and the award ends above the lines at the foot.
    const auto boxes = file.output_of("pdftotext -bbox c.pdf - | grep '<word'");
    double award_ends = 0;
    for (auto at = boxes.find("<word"); at != boxes.npos; at = boxes.find("<word", at + 1)) {
        double left = 0, top = 0, right = 0, bottom = 0;
        ASSERT_EQ(std::sscanf(boxes.c_str() + at, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\"",
                              &left, &top, &right, &bottom),
                  4);
        EXPECT_GT(left, 33);
        EXPECT_LT(right, 809);
        EXPECT_LT(bottom, 562.5);
        if (boxes.compare(boxes.find('>', at) + 1, 7, "project") == 0)
            award_ends = std::max(award_ends, bottom);
    }
    EXPECT_GT(award_ends, 100);
    EXPECT_LT(award_ends, 424);
}

TEST(certificate_pdf, refuses_an_empty_run) {
    EXPECT_THROW(print::pdf_of(std::span<const certificate>()), std::invalid_argument);
}

}  // namespace
