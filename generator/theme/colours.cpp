#include "theme/colours.h"

#include <cmath>

#include "base/text.h"
#include "content/read.h"
#include "theme/rules.h"

namespace mektep {

namespace {

double luminance(Colour colour) {
  const auto linear = [](int channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

std::string without_comments(std::string_view css) {
  std::string out;
  while (!css.empty()) {
    const std::size_t begin = css.find("/*");
    out += css.substr(0, begin);
    if (begin == css.npos) break;
    const std::size_t end = css.find("*/", begin + 2);
    if (end == css.npos) break;
    css.remove_prefix(end + 2);
  }
  return out;
}

// Walks the blocks of a sheet; what it wants are custom properties, under the preludes around them.
class Sheet {
 public:
  explicit Sheet(std::string_view css) : css_(without_comments(css)) {}

  std::vector<Scheme> read() {
    schemes_.emplace_back();
    block({});
    for (std::size_t i = 1; i < schemes_.size(); ++i) schemes_[i].values.insert(base().begin(), base().end());
    return std::move(schemes_);
  }

 private:
  const std::map<std::string, std::string, std::less<>>& base() const { return schemes_.front().values; }

  void block(const std::string& condition) {
    std::size_t begin = at_;
    while (at_ < css_.size()) {
      const char c = css_[at_];
      if (c == '"' || c == '\'') {
        const std::size_t end = css_.find(c, at_ + 1);
        at_ = end == css_.npos ? css_.size() : end + 1;
        continue;
      }
      ++at_;
      if (c == ';' || c == '}') {
        declaration(condition, trim(std::string_view(css_).substr(begin, at_ - 1 - begin)));
        begin = at_;
        if (c == '}') return;
      } else if (c == '{') {
        const std::string_view prelude = trim(std::string_view(css_).substr(begin, at_ - 1 - begin));
        std::string inner = condition;
        if (prelude != ":root" && prelude != "html" && !prelude.starts_with("@layer"))
          inner += (inner.empty() ? "" : " ") + std::string(prelude);
        block(inner);
        begin = at_;
      }
    }
  }

  void declaration(const std::string& condition, std::string_view text) {
    const std::size_t colon = text.find(':');
    if (!text.starts_with("--") || colon == text.npos) return;
    auto scheme = std::ranges::find(schemes_, condition, &Scheme::condition);
    if (scheme == schemes_.end()) scheme = schemes_.insert(scheme, Scheme{condition, {}});
    std::string_view value = text.substr(colon + 1);
    value = trim(value.substr(0, value.find("!important")));
    scheme->values[std::string(trim(text.substr(2, colon - 2)))] = value;
  }

  const std::string css_;
  std::size_t at_ = 0;
  std::vector<Scheme> schemes_;
};

// Follows var(--other).
std::optional<Colour> colour_of(const Scheme& scheme, std::string_view name) {
  for (int steps = 0; steps < 8; ++steps) {
    const auto value = scheme.values.find(name);
    if (value == scheme.values.end()) return std::nullopt;
    if (!value->second.starts_with("var(--")) return parse_colour(value->second);
    name = std::string_view(value->second).substr(6);
    name = name.substr(0, name.find_first_of(",) "));
  }
  return std::nullopt;
}

std::string ratio(double value) {
  const int hundredths = static_cast<int>(value * 100);  // never rounded up
  return fmt::format("{}.{:02}:1", hundredths / 100, hundredths % 100);
}

}  // namespace

std::string Colour::hex() const {
  return fmt::format("#{:02x}{:02x}{:02x}", red, green, blue);
}

std::optional<Colour> parse_colour(std::string_view text) {
  if (text == "black") return Colour{};
  if (text == "white") return Colour{255, 255, 255};
  if (!text.starts_with('#')) return std::nullopt;
  text.remove_prefix(1);
  std::vector<int> digits;
  for (const char c : text) {
    const char low = static_cast<char>(c | 0x20);
    if (c >= '0' && c <= '9') {
      digits.push_back(c - '0');
    } else if (low >= 'a' && low <= 'f') {
      digits.push_back(low - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  if (digits.size() == 3) return Colour{digits[0] * 17, digits[1] * 17, digits[2] * 17};
  if (digits.size() != 6) return std::nullopt;
  return Colour{digits[0] * 16 + digits[1], digits[2] * 16 + digits[3], digits[4] * 16 + digits[5]};
}

double contrast(Colour a, Colour b) {
  const double one = luminance(a) + 0.05, other = luminance(b) + 0.05;
  return one > other ? one / other : other / one;
}

Colour readable(Colour colour, Colour ground, double least) {
  const int goal = contrast(ground, {}) > contrast(ground, {255, 255, 255}) ? 0 : 255;
  for (int step = 0; step <= 100; ++step) {
    const auto mix = [&](int channel) { return channel + (goal - channel) * step / 100; };
    const Colour mixed{mix(colour.red), mix(colour.green), mix(colour.blue)};
    if (contrast(mixed, ground) >= least) return mixed;
  }
  return {goal, goal, goal};
}

std::vector<Scheme> read_schemes(std::string_view css) {
  return Sheet(css).read();
}

std::vector<ContrastPair> read_contrast(const Node& manifest) {
  std::vector<ContrastPair> pairs;
  const Node* list = manifest.given("contrast");
  if (!list) return pairs;
  for (const Node& row : list->items) {
    const std::string least = read_text(row.given("least"));
    for (const std::string& text : read_texts(row.given("text"))) {
      for (const std::string& ground : read_texts(row.given("on")))
        pairs.push_back({text, ground, least == "3" ? 3.0 : least == "7" ? 7.0 : 4.5, row.mark});
    }
  }
  return pairs;
}

void check_contrast(const ContrastCheck& check, Findings& findings) {
  const auto set_here = [&](const std::string& name) { return check.only.find(name); };
  for (const ContrastPair& pair : check.pairs) {
    auto own = set_here(pair.text);
    if (own == check.only.end()) own = set_here(pair.ground);
    if (!check.only.empty() && own == check.only.end()) continue;
    const Place place{check.file, own == check.only.end() ? pair.mark : own->second};
    for (const Scheme& scheme : check.schemes) {
      const auto text = colour_of(scheme, pair.text), ground = colour_of(scheme, pair.ground);
      const Scheme& base = check.schemes.front();
      const auto same = [&](const std::string& name) {
        const auto here = scheme.values.find(name), there = base.values.find(name);
        return here != scheme.values.end() && there != base.values.end() && here->second == there->second;
      };
      if (&scheme != &base && same(pair.text) && same(pair.ground)) continue;  // told of the base
      if ((!text || !ground) && &scheme != &check.schemes.front())
        continue;  // put together from several blocks
      if (!text || !ground) {
        const std::string& name = text ? pair.ground : pair.text;
        std::vector<std::string> known;
        for (const auto& [one, unused] : scheme.values) known.push_back(one);
        const auto near = did_you_mean(name, known);
        findings.emplace_back(rules::theme_colour_unknown, place, "", name,
                              std::vector<Param>{{"suggestion", near && *near != name ? *near : "#rrggbb"}});
        break;
      }
      const double reached = contrast(*text, *ground);
      if (reached >= pair.least) continue;
      findings.emplace_back(
          rules::theme_contrast, place, scheme.condition, fmt::format("{} / {}", pair.text, pair.ground),
          std::vector<Param>{{"colours", fmt::format("{} / {}", text->hex(), ground->hex())},
                             {"ratio", ratio(reached)},
                             {"least", ratio(pair.least)},
                             {"better", readable(*text, *ground, pair.least).hex()}});
    }
  }
}

}  // namespace mektep
