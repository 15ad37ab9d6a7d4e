#pragma once
// What cairo writes, made whole: cairo 1.16 can say neither the language nor the metadata that readers look
// for (XMP), and its table of objects names one that is not there. Used by canvas.cpp.

#include <string>

namespace print {

struct about_document {
    std::string title, author, language, made_at;  // ISO 8601
};
// The same pages; the same bytes for the same bytes. Throws std::runtime_error when qpdf cannot read them.
std::string finished_pdf(const std::string& drawn, const about_document&);

}  // namespace print
