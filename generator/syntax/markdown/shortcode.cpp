#include "syntax/markdown/shortcode.h"

#include "base/ascii.h"
#include "base/text.h"
#include "syntax/markdown/rules.h"

namespace mektep {

namespace {

constexpr std::string_view opening = "{{<", closing = ">}}";

// Longer ones are taken for unclosed: keeps hostile texts linear.
constexpr std::size_t longest = 8192;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_word(char c) {
  return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_' || c == '.';
}

// End of the paragraph that holds `at`: the next blank line.
std::size_t paragraph_end(std::string_view text, std::size_t at) {
  while ((at = text.find('\n', at)) != std::string_view::npos) {
    const std::size_t next = text.find_first_not_of(" \t\r>", ++at);
    if (next == std::string_view::npos || text[next] == '\n') return at;
  }
  return text.size();
}

std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

// Reads one shortcode at `begin`, not past `limit`.
class Reader {
 public:
  Reader(const MarkdownSource& source, Markdown& owner, const std::string& file, std::size_t begin,
         std::size_t limit)
      : source_(source),
        owner_(owner),
        file_(file),
        text_(source.original().substr(0, limit)),
        begin_(begin),
        at_(begin + opening.size()) {}

  // The end; std::string_view::npos when it is not closed.
  std::size_t read(FoundShortcode& found) {
    found.shortcode.mark = source_.mark_of_original(begin_);
    skip_space();
    const std::size_t name = at_;
    while (at_ < text_.size() && is_word(text_[at_])) ++at_;
    found.shortcode.name = keep(text_.substr(name, at_ - name));
    if (found.shortcode.name.empty()) report(found, rules::markdown_shortcode_syntax, name);
    for (;;) {
      const std::size_t before = at_;
      skip_space();
      if (at_ >= text_.size()) break;
      if (text_.substr(at_).starts_with(closing)) return at_ + closing.size();
      if (before == at_ && found.findings.empty()) report(found, rules::markdown_shortcode_syntax, at_);
      if (!argument(found)) break;
    }
    return std::string_view::npos;
  }

  std::size_t stopped() const { return at_; }

 private:
  bool argument(FoundShortcode& found) {
    Shortcode::Argument argument;
    argument.mark = source_.mark_of_original(at_);
    const std::size_t start = at_;
    std::size_t i = at_;
    while (i < text_.size() && is_word(text_[i])) ++i;
    if (i > at_ && i < text_.size() && text_[i] == '=') {
      argument.key = keep(text_.substr(at_, i - at_));
      at_ = i + 1;
    }
    if (!value(found, argument)) return false;
    if (!argument.key.empty() && found.shortcode.find(argument.key))
      report(found, rules::markdown_shortcode_repeated, start, std::string(argument.key));
    found.shortcode.arguments.push_back(argument);
    return true;
  }

  bool value(FoundShortcode& found, Shortcode::Argument& argument) {
    const std::size_t start = at_;
    if (at_ < text_.size() && text_[at_] == '"') {
      std::string value;
      for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
        if (text_[at_] == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\'))
          ++at_;
        value += text_[at_] == '\n' ? ' ' : text_[at_];
      }
      if (at_ >= text_.size()) {
        at_ = start;
        report(found, rules::markdown_shortcode_open, start, excerpt(text_.substr(start), 20));
        return false;
      }
      ++at_;
      argument.value = owner_.keep(std::move(value));
      return true;
    }
    // Quotes that a word processor or a telephone keyboard puts there.
    constexpr std::string_view wrong[] = {"“", "”", "„", "«", "»", "‘", "’", "'"};
    constexpr std::string_view wrong_end[] = {"”", "“", "»", "’", "'"};
    for (const std::string_view quote : wrong) {
      if (!text_.substr(at_).starts_with(quote)) continue;
      report(found, rules::markdown_shortcode_quotes, at_, std::string(quote));
      std::size_t end = std::string_view::npos, length = 0;
      for (const std::string_view close : wrong_end) {
        const std::size_t e = text_.find(close, at_ + quote.size());
        if (e < end) end = e, length = close.size();
      }
      if (end != std::string_view::npos && end < std::min(text_.find(closing, at_), text_.size())) {
        argument.value = keep(text_.substr(at_ + quote.size(), end - at_ - quote.size()));
        at_ = end + length;
        return true;
      }
    }
    while (at_ < text_.size() && !is_space(text_[at_]) && !text_.substr(at_).starts_with(closing)) {
      if (text_.substr(at_).starts_with(opening)) return false;  // the next one begins before this one ends
      if ((text_[at_] == '"' || text_[at_] == '<' || text_[at_] == '>' || text_[at_] == '=') &&
          found.findings.empty())
        report(found, rules::markdown_shortcode_syntax, at_);
      ++at_;
    }
    argument.value = keep(text_.substr(start, at_ - start));
    if (argument.value.empty()) report(found, rules::markdown_shortcode_syntax, start);
    return true;
  }

  // A new line inside a block quote begins with its >.
  void skip_space() {
    bool line_start = false;
    for (; at_ < text_.size(); ++at_) {
      if (text_[at_] == '\n') {
        line_start = true;
      } else if (!is_space(text_[at_]) &&
                 !(line_start && text_[at_] == '>' && !text_.substr(at_).starts_with(closing))) {
        return;
      }
    }
  }

  std::string_view keep(std::string_view text) { return owner_.keep(std::string(text)); }

  void report(FoundShortcode& found, const Rule& rule, std::size_t at, std::string what = {}) {
    if (what.empty()) what = excerpt(text_.substr(begin_, line_end(text_, begin_) - begin_), 40);
    found.findings.emplace_back(rule, Place{file_, source_.mark_of_original(at)}, std::string(),
                                std::move(what));
  }

  const MarkdownSource& source_;
  Markdown& owner_;
  const std::string& file_;
  std::string_view text_;
  std::size_t begin_, at_;
};

// The shortcode that would begin at `begin` if it ends before `limit`; a cheap look that minds quotes.
bool is_complete(std::string_view text, std::size_t begin, std::size_t limit) {
  bool quoted = false;
  limit = std::min(limit, begin + longest);
  for (std::size_t i = begin + opening.size(); i < limit; ++i) {
    if (text[i] == '\\' && quoted)
      ++i;
    else if (text[i] == '"')
      quoted = !quoted;
    else if (!quoted && text.substr(i, limit - i).starts_with(closing))
      return true;
  }
  return false;
}

// Length of the fence of ` or ~ at the start of a line, behind the marks of quotes and lists; 0 = no fence.
std::size_t fence_at(std::string_view text, std::size_t line, char& mark) {
  std::size_t i = line;
  while (i < text.size() && (text[i] == ' ' || text[i] == '\t' || text[i] == '>' ||
                             ((text[i] == '-' || text[i] == '*' || text[i] == '+' || text[i] == '.' ||
                               text[i] == ')' || (text[i] >= '0' && text[i] <= '9')))))
    ++i;
  if (i >= text.size() || (text[i] != '`' && text[i] != '~')) return 0;
  mark = text[i];
  const std::size_t end = std::min(text.find_first_not_of(mark, i), text.size());
  if (end - i < 3) return 0;
  if (mark == '`' && text.substr(end, line_end(text, end) - end).find('`') != std::string_view::npos)
    return 0;
  return end - i;
}

// Tells whether a "[^" begins what can be a reference to a footnote: a label without spaces, then ]. Asked in
// rising order it looks at every byte once.
class FootnoteLabels {
 public:
  explicit FootnoteLabels(std::string_view text) : text_(text) {}
  bool is_reference(std::size_t at) {
    if (at + 2 > stop_) stop_ = std::min(text_.find_first_of("] \t\r\n", at + 2), text_.size());
    return stop_ < text_.size() && stop_ > at + 2 && text_[stop_] == ']';
  }

 private:
  std::string_view text_;
  std::size_t stop_ = 0;
};

}  // namespace

std::vector<FoundShortcode> find_shortcodes(MarkdownSource& source, Markdown& owner,
                                            const std::string& file) {
  std::vector<FoundShortcode> all;
  const std::string_view text = source.original();
  if (text.find(opening) == std::string_view::npos && text.find("[^") == std::string_view::npos) return all;

  FootnoteLabels footnotes(text);
  char fence_mark = 0;
  std::size_t fence = 0;     // length of the open fence; 0 = not in one
  std::size_t code_end = 0;  // of the code span that we are in
  // Where no closing run of this length can be found: up to here (by length, to stay linear).
  std::array<std::size_t, 33> no_closing{};
  std::size_t line_start_of = std::string_view::npos;
  std::size_t known_end = 0;  // of the paragraph that was last asked for
  const auto end_of_paragraph = [&](std::size_t at) {
    if (at >= known_end) known_end = paragraph_end(text, at);
    return known_end;
  };
  for (std::size_t at = 0; at < text.size();) {
    if ((at == 0 || text[at - 1] == '\n') && line_start_of != at) {
      line_start_of = at;
      char mark = 0;
      const std::size_t length = fence_at(text, at, mark);
      if (fence == 0 && length != 0) {
        fence = length, fence_mark = mark;
        at = line_end(text, at);
        continue;
      }
      if (fence != 0 && length >= fence && mark == fence_mark) {
        fence = 0;
        at = line_end(text, at);
        continue;
      }
    }
    const std::size_t stop = text.find_first_of(fence ? "\n{" : "\n{`\\[", at);
    if (stop == std::string_view::npos) break;
    at = stop;
    if (text[at] == '\n' || (text[at] == '{' && !text.substr(at).starts_with(opening))) {
      ++at;
    } else if (text[at] == '\\') {
      at += at >= code_end ? 2 : 1;
    } else if (text[at] == '[') {
      if (text.substr(at + 1).starts_with('^') && !footnotes.is_reference(at)) {
        source.replace(at + 1, at + 2, true);
        all.emplace_back();
      }
      ++at;
    } else if (text[at] == '`') {
      const std::size_t end = std::min(text.find_first_not_of('`', at), text.size());
      const std::size_t length = end - at;
      if (at >= code_end && length < no_closing.size() && no_closing[length] <= at) {
        const std::size_t limit = end_of_paragraph(at);
        std::size_t next = end;
        for (bool closed = false; !closed;) {
          next = text.substr(0, limit).find('`', next);
          if (next == std::string_view::npos) {
            no_closing[length] = limit;
            break;
          }
          const std::size_t run = std::min(text.find_first_not_of('`', next), text.size());
          closed = run - next == length;
          next = run;
          if (closed) code_end = run;
        }
      }
      at = end;
    } else {
      const bool code = fence != 0 || at < code_end;
      if (code &&
          !is_complete(text, at, fence ? line_end(text, at) : std::min(code_end, line_end(text, at)))) {
        at += opening.size();
        continue;
      }
      FoundShortcode found;
      const std::size_t limit = std::min(end_of_paragraph(at), at + longest);
      Reader reader(source, owner, file, at, limit);
      std::size_t end = reader.read(found);
      if (end == std::string_view::npos) {
        if (found.findings.empty() || found.findings.back().rule != &rules::markdown_shortcode_open)
          found.findings.emplace_back(rules::markdown_shortcode_open, Place{file, found.shortcode.mark},
                                      std::string(), excerpt(text.substr(at, line_end(text, at) - at), 40));
        const std::size_t line = line_end(text, at);
        const std::size_t close = text.substr(0, line).find(closing, at);
        end = close == std::string_view::npos ? line : close + closing.size();
        if (end > at && text[end - 1] == '\r') --end;
      }
      source.replace(at, end);
      all.push_back(std::move(found));
      at = end;
    }
  }
  source.finish();
  return all;
}

}  // namespace mektep
