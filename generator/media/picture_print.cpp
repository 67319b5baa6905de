#include "media/picture_print.h"

#include <charconv>
#include <cmath>

namespace mektep {

namespace {

constexpr std::uint32_t longest = 128;
constexpr std::uint32_t cells = 16;
constexpr float middle = 0.4F;         // of each side; a crop of 30 % leaves it whole
constexpr float smallest = 0.7F;       // what a crop leaves of a side
constexpr float coarse = 0.05F;        // between two windows, as a part of the side of the crop
constexpr double worth_a_look = 0.75;  // likeness of two middles, −1…1
constexpr double alike = 0.78;         // likeness of their edges, after a closer look
constexpr double plainest = 8;         // standard deviation of grey values

using Sums = std::vector<std::uint32_t>;

Sums sums_of(const GreyPicture& picture) {
  const std::size_t row = picture.width + 1;
  Sums sums(row * (picture.height + 1));
  for (std::size_t y = 0; y < picture.height; ++y) {
    std::uint32_t line = 0;
    for (std::size_t x = 0; x < picture.width; ++x) {
      line += picture.bytes[y * picture.width + x];
      sums[(y + 1) * row + x + 1] = sums[y * row + x + 1] + line;
    }
  }
  return sums;
}

// The sum of a rectangle whose borders may cut pixels.
double sum_to(const GreyPicture& picture, const Sums& sums, double x, double y) {
  const double left = std::clamp(x, 0.0, double(picture.width)),
               top = std::clamp(y, 0.0, double(picture.height));
  const auto x0 = static_cast<std::size_t>(left), y0 = static_cast<std::size_t>(top);
  const std::size_t x1 = std::min<std::size_t>(x0 + 1, picture.width),
                    y1 = std::min<std::size_t>(y0 + 1, picture.height);
  const std::size_t row = picture.width + 1;
  const double u = left - double(x0), v = top - double(y0);
  const auto at = [&](std::size_t column, std::size_t line) { return double(sums[line * row + column]); };
  return (1 - v) * ((1 - u) * at(x0, y0) + u * at(x1, y0)) + v * ((1 - u) * at(x0, y1) + u * at(x1, y1));
}

using Cells = std::array<float, cells * cells>;

// The cells of a window, of mean 0 and deviation 1; returns how much they differed before.
double read_cells(const GreyPicture& picture, const Sums& sums, const std::array<double, 4>& window,
                  Cells& light) {
  const auto& [x, y, width, height] = window;
  const double step_x = width / cells, step_y = height / cells;
  std::array<double, cells + 1> above{}, below{};
  double all = 0, squares = 0;
  for (std::size_t j = 0; j <= cells; ++j) {
    for (std::size_t i = 0; i <= cells; ++i)
      below[i] = sum_to(picture, sums, x + double(i) * step_x, y + double(j) * step_y);
    for (std::size_t i = 0; j > 0 && i < cells; ++i) {
      const double mean = (below[i + 1] - below[i] - above[i + 1] + above[i]) / (step_x * step_y);
      light[(j - 1) * cells + i] = static_cast<float>(mean);
      all += mean;
      squares += mean * mean;
    }
    above = below;
  }
  const double mean = all / double(light.size());
  const double spread = std::sqrt(std::max(0.0, squares / double(light.size()) - mean * mean));
  for (float& cell : light) cell = static_cast<float>((cell - mean) / std::max(spread, 0.01));
  return spread;
}

double likeness(const Cells& one, const Cells& other) {
  std::array<float, 8> sums{};  // apart, so that the machine can add them side by side
  for (std::size_t i = 0; i < one.size(); i += sums.size()) {
    for (std::size_t j = 0; j < sums.size(); ++j) sums[j] += one[i + j] * other[i + j];
  }
  float sum = 0;
  for (const float part : sums) sum += part;
  return double(sum) / double(one.size());
}

// Of the steps from cell to cell: what two landscapes share is mostly that the sky is lighter.
double likeness_of_edges(const Cells& one, const Cells& other) {
  double both = 0, first = 0, second = 0;
  for (std::size_t j = 0; j + 1 < cells; ++j) {
    for (std::size_t i = 0; i + 1 < cells; ++i) {
      const std::size_t at = j * cells + i;
      for (const std::size_t next : {at + 1, at + cells}) {
        const double a = double(one[next]) - double(one[at]), b = double(other[next]) - double(other[at]);
        both += a * b;
        first += a * a;
        second += b * b;
      }
    }
  }
  return first > 0 && second > 0 ? both / std::sqrt(first * second) : 0;
}

Cells cells_of(const PicturePrint& print) {
  Cells light{};
  for (std::size_t i = 0; i < light.size(); ++i) light[i] = (float(print.levels[i]) - 7.5F) / 3;
  return light;
}

}  // namespace

GreyPicture grey_copy(const Pixels& pixels) {
  GreyPicture grey;
  if (pixels.width == 0 || pixels.height == 0) return grey;
  const double scale = std::min(1.0, double(longest) / std::max(pixels.width, pixels.height));
  grey.width = std::max(1U, static_cast<std::uint32_t>(pixels.width * scale));
  grey.height = std::max(1U, static_cast<std::uint32_t>(pixels.height * scale));
  const Pixels small = resize(pixels.channels == 4 ? without_alpha(pixels) : pixels, grey.width, grey.height);
  grey.bytes.resize(std::size_t{grey.width} * grey.height);
  for (std::size_t i = 0; i < grey.bytes.size(); ++i) {
    const std::uint8_t* rgb = small.bytes.data() + i * small.channels;
    grey.bytes[i] = static_cast<std::uint8_t>((rgb[0] * 77 + rgb[1] * 151 + rgb[2] * 28) / 256);
  }
  return grey;
}

std::optional<PicturePrint> print_of(const GreyPicture& picture) {
  if (picture.width < cells || picture.height < cells) return std::nullopt;
  constexpr double from = (1 - middle) / 2;
  Cells light;
  const double spread = read_cells(
      picture, sums_of(picture),
      {picture.width * from, picture.height * from, picture.width * middle, picture.height * middle}, light);
  if (spread < plainest) return std::nullopt;
  PicturePrint print;
  for (std::size_t i = 0; i < light.size(); ++i)
    print.levels[i] = static_cast<std::uint8_t>(std::clamp(std::lround(light[i] * 3 + 7.5F), 0L, 15L));
  return print;
}

// A crop of the original from `a` to `a + r` of a side has the middle at ((1 − middle) / 2 − a) / r of its
// own.
PrintSearch::PrintSearch(const GreyPicture& picture) : picture_(picture), sums_(sums_of(picture)) {
  if (picture.width < cells || picture.height < cells) return;
  std::vector<std::pair<float, float>> places;  // begin and length, parts of a side
  for (float r = 1; r > smallest - coarse / 2; r -= coarse) {
    for (float a = 0; a <= 1 - r + coarse / 2; a += coarse)
      places.emplace_back(((1 - middle) / 2 - a) / r, middle / r);
  }
  for (const auto& [y, height] : places) {
    for (const auto& [x, width] : places) {
      const double w = picture.width, h = picture.height;
      Window& window = windows_.emplace_back();
      window.place = {x * w, y * h, width * w, height * h};
      read_cells(picture_, sums_, window.place, window.cells);
    }
  }
}

PicturePrint mirrored(const PicturePrint& print) {
  PicturePrint other;
  for (std::size_t i = 0; i < print.levels.size(); ++i)
    other.levels[i] = print.levels[i - i % cells + cells - 1 - i % cells];
  return other;
}

bool PrintSearch::finds(const PicturePrint& print) const {
  return finds_upright(print) || finds_upright(mirrored(print));
}

bool PrintSearch::finds_upright(const PicturePrint& print) const {
  const Cells wanted = cells_of(print);
  for (const Window& window : windows_) {
    if (likeness(window.cells, wanted) < worth_a_look) continue;
    // Uphill from here, in smaller and smaller steps.
    double best = likeness_of_edges(window.cells, wanted);
    std::array<double, 4> at = window.place;
    Cells light;
    for (double step = coarse / 2; step > 0.006; step /= 2) {
      for (std::size_t i = 0; i < at.size(); ++i) {
        for (const double sign : {-1.0, 1.0}) {
          const double kept = at[i];
          at[i] += sign * step * window.place[2 + i % 2];
          read_cells(picture_, sums_, at, light);
          const double now = likeness_of_edges(light, wanted);
          if (now > best) {
            best = now;
          } else {
            at[i] = kept;
          }
        }
      }
    }
    if (best > alike) return true;
  }
  return false;
}

std::string format_print(const PicturePrint& print) {
  std::string text;
  for (const std::uint8_t level : print.levels) text += "0123456789abcdef"[level];
  return text;
}

std::optional<PicturePrint> parse_print(std::string_view text) {
  PicturePrint print;
  if (text.size() != print.levels.size()) return std::nullopt;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::size_t level = std::string_view("0123456789abcdef").find(text[i]);
    if (level == std::string_view::npos) return std::nullopt;
    print.levels[i] = static_cast<std::uint8_t>(level);
  }
  return print;
}

std::string format_grey(const GreyPicture& picture) {
  return fmt::format("{} {}\n", picture.width, picture.height) +
         std::string(picture.bytes.begin(), picture.bytes.end());
}

std::optional<GreyPicture> parse_grey(std::string_view text) {
  GreyPicture picture;
  const std::size_t line = text.find('\n');
  if (line == std::string_view::npos) return std::nullopt;
  const auto first = std::from_chars(text.data(), text.data() + line, picture.width);
  if (first.ec != std::errc() || first.ptr == text.data() + line) return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, text.data() + line, picture.height);
  if (second.ec != std::errc() || second.ptr != text.data() + line) return std::nullopt;
  text.remove_prefix(line + 1);
  const bool sound = picture.width <= longest && picture.height <= longest &&
                     text.size() == std::size_t{picture.width} * picture.height;
  if (!sound) return std::nullopt;
  picture.bytes.assign(text.begin(), text.end());
  return picture;
}

}  // namespace mektep
