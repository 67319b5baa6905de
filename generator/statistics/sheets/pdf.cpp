// Sheets as PDF, drawn by cairo.
#include <cairo-pdf.h>
#include <fmt/format.h>

#include <cmath>

#include "base/localise.h"
#include "base/owned.h"
#include "base/text.h"
#include "statistics/sheets/sheet.h"

namespace mektep {
namespace {

constexpr double short_side = 595.28, long_side = 841.89, margin = 42.5;  // points; A4 and 15 mm
constexpr double text_size = 9.5, line_height = 12.5, padding = 3;
constexpr double widest = 190, narrowest = 22;  // of a column

constexpr Message deputy{"Директордун окуу иштери боюнча орун басары",
                         "Заместитель директора по учебной работе", "Deputy director for studies"},
    director{"Директор", "Директор", "Director"},
    teacher{"Класс жетекчи", "Классный руководитель", "Class teacher"}, seal{"М. О.", "М. П.", "Seal"},
    day_word{"Датасы", "Дата", "Date"};

using Surface = Owned<cairo_surface_t, cairo_surface_destroy>;
using Context = Owned<cairo_t, cairo_destroy>;

cairo_status_t take(void* to, const unsigned char* bytes, unsigned int size) {
  static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(bytes), size);
  return CAIRO_STATUS_SUCCESS;
}

// Writes one sheet from top to bottom; a new page begins with the heading of the table again.
class Pages {
 public:
  Pages(const Sheet& sheet, Date day, Language language, int pages)
      : sheet_(sheet), day_(day), language_(language), pages_(pages) {
    lying_ = sheet.heads.size() > 9;
    surface_.reset(cairo_pdf_surface_create_for_stream(take, &bytes_, width(), height()));
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_TITLE, sheet.title.c_str());
    cairo_pdf_surface_set_metadata(surface_.get(), CAIRO_PDF_METADATA_CREATE_DATE,
                                   (day.iso() + "T00:00:00Z").c_str());
    context_.reset(cairo_create(surface_.get()));
    cairo_set_line_width(context_.get(), 0.5);
    measure_columns();
  }

  // How many pages there are; their bytes are in bytes() then.
  int write() {
    begin_page();
    font(15, true);
    for (const std::string& line : wrapped(sheet_.title, width() - 2 * margin)) text(margin, line, 19);
    font(text_size, false);
    for (const std::string& paragraph : sheet_.lines)
      for (const std::string& line : wrapped(paragraph, width() - 2 * margin))
        text(margin, line, line_height);
    y_ += 8;
    heading();
    for (const std::vector<std::string>& row : sheet_.rows) table_row(row);
    signatures();
    cairo_show_page(context_.get());
    context_.reset();
    cairo_surface_finish(surface_.get());
    return page_;
  }
  std::string& bytes() { return bytes_; }

 private:
  double width() const { return lying_ ? long_side : short_side; }
  double height() const { return lying_ ? short_side : long_side; }
  double bottom() const { return height() - margin - 14; }

  void font(double size, bool bold) {
    cairo_select_font_face(context_.get(), "PT Serif", CAIRO_FONT_SLANT_NORMAL,
                           bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(context_.get(), size);
  }
  double advance(const std::string& line) const {
    cairo_text_extents_t extents;
    cairo_text_extents(context_.get(), line.c_str(), &extents);
    return extents.x_advance;
  }
  void show(double x, double y, const std::string& line) {
    cairo_move_to(context_.get(), x, y);
    cairo_show_text(context_.get(), line.c_str());
  }
  void text(double x, const std::string& line, double down) {
    y_ += down;
    show(x, y_, line);
  }

  // At spaces; a word that is too long is cut.
  std::vector<std::string> wrapped(const std::string& paragraph, double room) const {
    std::vector<std::string> lines{{}};
    for (const std::string_view word : split(paragraph, ' ')) {
      const std::string longer =
          lines.back().empty() ? std::string(word) : lines.back() + " " + std::string(word);
      if (advance(longer) <= room) {
        lines.back() = longer;
        continue;
      }
      if (!lines.back().empty()) lines.emplace_back();
      for (std::size_t at = 0; at < word.size();) {
        const std::size_t from = at;
        next_code_point(word, at);
        const std::string more = lines.back() + std::string(word.substr(from, at - from));
        if (advance(more) > room && !lines.back().empty()) lines.emplace_back();
        lines.back() += word.substr(from, at - from);
      }
    }
    return lines;
  }

  // As wide as the longest cell of the body needs; headings that do not fit are turned upright.
  void measure_columns() {
    font(text_size, false);
    columns_.assign(sheet_.heads.size(), narrowest);
    double all = 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      for (const std::vector<std::string>& row : sheet_.rows)
        columns_[i] = std::max(columns_[i], std::min(widest, advance(row[i]) + 2 * padding));
      all += columns_[i];
    }
    const double room = width() - 2 * margin;
    const double spare = room - all;
    for (double& column : columns_)
      column = spare < 0 ? column * room / all : column + spare / static_cast<double>(columns_.size());
    font(text_size, true);
    for (std::size_t i = 0; i < columns_.size(); ++i)
      turned_ = turned_ || (i > 0 && longest_word(sheet_.heads[i]) > columns_[i] - 2 * padding);
    for (std::size_t i = 0; i < columns_.size(); ++i)
      head_height_ = std::max(
          head_height_, turned_ && i > 0
                            ? std::min(advance(sheet_.heads[i]), 150.0) + 4 * padding
                            : line_height * static_cast<double>(
                                                wrapped(sheet_.heads[i], columns_[i] - 2 * padding).size()) +
                                  2 * padding);
  }
  double longest_word(const std::string& head) const {
    double longest = 0;
    for (const std::string_view word : split(head, ' '))
      longest = std::max(longest, advance(std::string(word)));
    return longest;
  }

  void begin_page() {
    if (page_++ > 0) cairo_show_page(context_.get());
    y_ = margin;
    font(8, false);
    const std::string number = fmt::format("{} / {}", page_, pages_);
    show(width() - margin - advance(number), height() - margin + 6, number);
    font(text_size, false);
  }

  void box(double x, double wide, double high) {
    cairo_rectangle(context_.get(), x, y_, wide, high);
    cairo_stroke(context_.get());
  }

  void heading() {
    font(text_size, true);
    double x = margin;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      box(x, columns_[i], head_height_);
      if (turned_ && i > 0) {
        cairo_save(context_.get());
        cairo_translate(context_.get(), x + columns_[i] / 2 + text_size / 3, y_ + head_height_ - 2 * padding);
        cairo_rotate(context_.get(), -std::acos(0.0));
        show(0, 0, wrapped(sheet_.heads[i], head_height_ - 3 * padding).front());
        cairo_restore(context_.get());
      } else {
        lines_in(x, columns_[i], sheet_.heads[i]);
      }
      x += columns_[i];
    }
    y_ += head_height_;
    font(text_size, false);
  }

  void lines_in(double x, double wide, const std::string& cell) {
    double y = y_ + line_height - 1;
    for (const std::string& line : wrapped(cell, wide - 2 * padding)) {
      show(x + padding, y, line);
      y += line_height;
    }
  }

  void table_row(const std::vector<std::string>& row) {
    double high = 0;
    for (std::size_t i = 0; i < row.size(); ++i)
      high = std::max(
          high,
          line_height * static_cast<double>(wrapped(row[i], columns_[i] - 2 * padding).size()) + padding);
    if (y_ + high > bottom()) {
      begin_page();
      heading();
    }
    double x = margin;
    for (std::size_t i = 0; i < row.size(); ++i) {
      box(x, columns_[i], high);
      lines_in(x, columns_[i], row[i]);
      x += columns_[i];
    }
    y_ += high;
  }

  // JRN-23, JRN-42: signed by the director, certified with the seal.
  void signatures() {
    constexpr double step = 32, ring = 28;
    std::vector<std::string> posts{std::string(deputy.in(language_)), std::string(director.in(language_))};
    if (sheet_.of_class) posts.insert(posts.begin(), std::string(teacher.in(language_)));
    if (y_ + step * static_cast<double>(posts.size() + 1) + 20 > bottom()) begin_page();
    const double from = width() / 2, until = width() - margin - 3 * ring;
    for (const std::string& post : posts) {
      y_ += step;
      show(margin, y_, post);
      cairo_move_to(context_.get(), from, y_ + 2);
      cairo_line_to(context_.get(), until, y_ + 2);
      cairo_stroke(context_.get());
    }
    cairo_arc(context_.get(), width() - margin - ring, y_ - 6, ring, 0, 4 * std::acos(0.0));
    cairo_set_dash(context_.get(), std::array{3.0, 3.0}.data(), 2, 0);
    cairo_stroke(context_.get());
    cairo_set_dash(context_.get(), nullptr, 0, 0);
    const std::string mark(seal.in(language_));
    show(width() - margin - ring - advance(mark) / 2, y_ - 3, mark);
    text(
        margin,
        fmt::format("{}: {}", day_word.in(language_),
                    format_date(day_, language_ == Language::ru ? Locale::ru : Locale::ky, DateStyle::long_)),
        step);
  }

  const Sheet& sheet_;
  Date day_;
  Language language_;
  int pages_, page_ = 0;
  bool lying_ = false, turned_ = false;
  double y_ = 0, head_height_ = 0;
  std::vector<double> columns_;
  std::string bytes_;
  Surface surface_;
  Context context_;
};

}  // namespace

std::string sheet_as_pdf(const Sheet& sheet, Date day, Language language) {
  Pages once(sheet, day, language, 0);
  const int pages = once.write();  // the number of pages stands on each of them
  Pages twice(sheet, day, language, pages);
  twice.write();
  return std::move(twice.bytes());
}

}  // namespace mektep
