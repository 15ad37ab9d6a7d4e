#include "server/print/qr_path.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace print {

qr_drawing qr_drawing_of(std::string_view text) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code) throw std::runtime_error("the text does not fit a QR code");
    qr_drawing drawing{"", code->width};
    const auto is_dark = [&](int row, int column) {
        return (code->data[row * code->width + column] & 1) != 0;
    };
    for (int row = 0; row < code->width; ++row)
        for (int column = 0; column < code->width; ++column) {
            if (!is_dark(row, column)) continue;
            const int start = column;
            while (column + 1 < code->width && is_dark(row, column + 1)) ++column;
            drawing.path += "M" + std::to_string(start) + " " + std::to_string(row) + "h" +
                            std::to_string(column + 1 - start) + "v1H" + std::to_string(start) + "z";
        }
    return drawing;
}

}  // namespace print
