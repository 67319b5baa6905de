#include "search/index.h"

#include <bit>
#include <chrono>
#include <unordered_map>

#include "base/text.h"
#include "search/stemmer.h"
#include "search/words.h"

namespace mektep {

namespace {

// Printable ASCII without `"` and `\`, which JSON would escape: 91 characters. Values below 64 take one; the
// others begin with one of the remaining 27 and go on with the rest of the value.
void number(std::string& out, std::size_t value) {
  const auto symbol = [&](std::size_t v) { out += static_cast<char>(v < 57 ? 35 + v : 36 + v); };
  while (value >= 64) {
    value -= 64;
    symbol(64 + value % 27);
    value /= 27;
  }
  symbol(value);
}

void append_json(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t plain = 0; plain <= text.size();) {
    std::size_t at = plain;
    while (at < text.size() && static_cast<unsigned char>(text[at]) >= 0x20 && text[at] != '"' &&
           text[at] != '\\')
      ++at;
    out += text.substr(plain, at - plain);
    plain = at + 1;
    if (at == text.size()) break;
    if (text[at] == '"' || text[at] == '\\') {
      out += '\\';
      out += text[at];
    } else {
      out += text[at] == '\n' ? "\\n" : " ";
    }
  }
  out += '"';
}

void member(std::string& out, std::string_view key, std::string_view text) {
  out += ",\n\"";
  out += key;
  out += "\":";
  append_json(out, text);
}

std::string one_line(std::string_view text) {
  std::string line(text);
  std::ranges::replace(line, '\n', ' ');
  return line;
}

std::size_t day_number(const std::optional<Date>& date) {
  if (!date || date->year < 2000) return 0;
  using namespace std::chrono;
  const sys_days day(year(date->year) / month(date->month) / std::chrono::day(date->day));
  return static_cast<std::size_t>((day - sys_days(year(2000) / 1 / 1)).count());
}

struct Posting {
  std::uint32_t page;
  std::uint32_t in_text = 0;
  bool in_title = false;
  std::size_t level() const { return in_title ? 3 : in_text > 3 ? 2 : in_text > 1 ? 1 : 0; }
};

class Terms {
 public:
  explicit Terms(Locale locale) : stemmer_(locale) {}

  // Returns the count of words.
  std::size_t add(std::uint32_t page, std::string_view text, bool title) {
    SearchWords words(text);
    std::size_t count = 0;
    for (std::string_view word; words.next(word); ++count) {
      auto& postings = postings_[term_of(word)];
      if (postings.empty() || postings.back().page != page) postings.push_back({page});
      if (title)
        postings.back().in_title = true;
      else
        ++postings.back().in_text;
    }
    return count;
  }

  void write(std::string& out) const {
    std::vector<std::pair<std::string_view, std::size_t>> sorted(terms_.begin(), terms_.end());
    std::ranges::sort(sorted);
    std::string terms, counts, gaps, levels;
    std::string_view before;
    for (const auto& [term, id] : sorted) {
      const std::size_t shared = shared_letters(before, term);
      terms += static_cast<char>('A' + shared);
      terms += term.substr(bytes_of(term, shared));
      before = term;
      number(counts, postings_[id].size());
    }
    // Terms with like counts have like gaps, which compress better side by side.
    std::ranges::stable_sort(sorted, std::greater(),
                             [&](const auto& term) { return postings_[term.second].size(); });
    std::size_t packed = 0, in_pack = 0;
    for (const auto& [unused, id] : sorted) {
      std::size_t next = 0;
      for (const Posting& posting : postings_[id]) {
        number(gaps, posting.page - next);
        next = posting.page + 1;
        packed += posting.level() << (2 * in_pack);
        if (++in_pack == 3) {
          number(levels, packed);
          packed = in_pack = 0;
        }
      }
    }
    if (in_pack > 0) number(levels, packed);
    member(out, "terms", terms);
    member(out, "counts", counts);
    member(out, "gaps", gaps);
    member(out, "levels", levels);
  }

 private:
  std::size_t term_of(std::string_view word) {
    const auto known = words_.find(word);
    if (known != words_.end()) return known->second;
    const std::size_t id = terms_.try_emplace(stemmer_.stem(word), postings_.size()).first->second;
    if (id == postings_.size()) postings_.emplace_back();
    words_.emplace(word, id);
    return id;
  }

  static std::size_t bytes_of(std::string_view text, std::size_t letters) {
    std::size_t at = 0;
    for (; letters > 0; --letters) next_code_point(text, at);
    return at;
  }
  static std::size_t shared_letters(std::string_view a, std::string_view b) {
    std::size_t letters = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size(); ++letters) {
      if (next_code_point(a, i) != next_code_point(b, j)) break;
    }
    return letters;
  }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <class T>
  using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  Stemmer stemmer_;
  Map<std::size_t> words_, terms_;  // words as they stand, and stems, to indices of postings_
  std::vector<std::vector<Posting>> postings_;
};

}  // namespace

std::string write_search_index(Locale locale, std::span<const SearchPage> pages, SearchFiles files) {
  Terms terms(locale);
  std::string kinds, days, sizes, paths, titles;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const SearchPage& page = pages[i];
    const auto id = static_cast<std::uint32_t>(i);
    const std::size_t words = terms.add(id, page.title, true) + terms.add(id, page.text, false);
    kinds += static_cast<char>(page.kind);
    number(days, day_number(page.date));
    number(sizes, static_cast<std::size_t>(std::bit_width(words)));
    if (i > 0) {
      paths += '\n';
      titles += '\n';
    }
    paths += page.path;
    titles += one_line(page.title);
  }
  std::string out =
      fmt::format("mektepSearch({{\"version\":1,\"parts\":{},\"texts\":{}", files.parts, files.texts);
  member(out, "locale", code(locale));
  out += ",\n\"endings\":[";
  if (locale == Locale::ky) {
    for (const std::string_view slot : kyrgyz_endings()) {
      if (!out.ends_with('[')) out += ',';
      append_json(out, slot);
    }
  }
  out += ']';
  member(out, "kinds", kinds);
  member(out, "days", days);
  member(out, "sizes", sizes);
  member(out, "paths", paths);
  member(out, "titles", titles);
  terms.write(out);
  return out + "})\n";
}

std::size_t search_text_file(std::string_view path, std::size_t count) {
  std::uint32_t hash = 2166136261U;  // FNV-1a: a few lines in the browser as well
  for (const char c : path) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return (hash ^ (hash >> 15)) & (count - 1);
}

namespace {

std::string_view beginning(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace

std::string write_search_texts(std::span<const SearchPage> pages) {
  std::string out = "mektepText({";
  for (const SearchPage& page : pages) {
    if (!out.ends_with('{')) out += ",\n";
    append_json(out, page.path);
    out += ':';
    append_json(out, beginning(page.text, 48'000));
  }
  return out + "})\n";
}

}  // namespace mektep
