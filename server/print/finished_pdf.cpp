#include "server/print/finished_pdf.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace print {
namespace {

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char sign : text) {
        if (sign == '<')
            safe += "&lt;";
        else if (sign == '&')
            safe += "&amp;";
        else if (static_cast<unsigned char>(sign) >= 0x20)
            safe += sign;
    }
    return safe;
}

std::string xmp_of(const about_document& about) {
    return "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
           "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
           "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
           "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
           "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n"
           "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" +
           escaped(about.title) + "</rdf:li></rdf:Alt></dc:title>\n<dc:creator><rdf:Seq><rdf:li>" +
           escaped(about.author) + "</rdf:li></rdf:Seq></dc:creator>\n<dc:language><rdf:Bag><rdf:li>" +
           escaped(about.language) + "</rdf:li></rdf:Bag></dc:language>\n<xmp:CreateDate>" +
           escaped(about.made_at) +
           "</xmp:CreateDate>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
}

}  // namespace

std::string finished_pdf(const std::string& drawn, const about_document& about) {
    QPDF document;
    // It warns of the object that is not there, and writes without it.
    document.setSuppressWarnings(true);
    document.processMemoryFile("certificate", drawn.data(), drawn.size());
    auto root = document.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(about.language));
    // cairo writes the tags and forgets to say that it did.
    root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    auto metadata = QPDFObjectHandle::newStream(&document, xmp_of(about));
    metadata.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
    metadata.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
    root.replaceKey("/Metadata", metadata);
    QPDFWriter writer(document);
    writer.setOutputMemory();
    // Not of the clock: the same certificates are the same bytes.
    writer.setDeterministicID(true);
    writer.write();
    const auto whole = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(whole->getBuffer()), whole->getSize()};
}

}  // namespace print
