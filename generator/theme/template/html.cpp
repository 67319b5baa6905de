#include "theme/template/html.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "theme/template/output.h"

namespace mektep::templates {

namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}
char small(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

HtmlPlace::Attribute kind_of(std::string_view name) {
  static constexpr std::array urls = {"href",     "src",  "action",     "formaction", "poster",
                                      "data",     "cite", "background", "longdesc",   "xlink:href",
                                      "manifest", "ping", "icon",       "usemap",     "codebase"};
  if (name.starts_with("on") || name == "style" || name == "srcdoc") return HtmlPlace::Attribute::code;
  if (name == "srcset" || name == "imagesrcset") return HtmlPlace::Attribute::sources;
  if (std::find(urls.begin(), urls.end(), name) != urls.end()) return HtmlPlace::Attribute::url;
  return HtmlPlace::Attribute::plain;
}

bool is_raw(std::string_view tag) {
  static constexpr std::array raw = {"script", "style", "xmp", "iframe", "noembed", "noframes", "plaintext"};
  return std::find(raw.begin(), raw.end(), tag) != raw.end();
}

}  // namespace

void HtmlPlace::feed(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (state_ == State::text) {  // the bulk of every template
      i = text.find('<', i);
      if (i == std::string_view::npos) return;
    }
    step(text[i]);
  }
}

void HtmlPlace::end_tag() {
  const bool raw = !closing_ && is_raw(tag_);
  state_ = raw ? State::raw_text : State::text;
  if (!raw) tag_.clear();
  name_.clear();
  closing_ = false;
}

void HtmlPlace::begin_value(Quote quote) {
  state_ = State::value;
  quote_ = quote;
  attribute_ = name_known_ ? kind_of(name_) : Attribute::code;
  scheme_open_ = attribute_ == Attribute::url;
  printed_ = false;
  scheme_.clear();
}

void HtmlPlace::url_character(char c) {
  if (!scheme_open_) return;
  if (c == ':') {
    if (printed_) {
      bad_scheme_ = true;
    } else if (!is_harmless_scheme(scheme_)) {
      attribute_ = Attribute::code;  // javascript: and the like
    }
    scheme_open_ = false;
  } else if (c == '/' || c == '?' || c == '#') {
    scheme_open_ = false;
  } else if (!is_space(c)) {
    scheme_ += small(c);
  }
}

void HtmlPlace::step(char c) {
  switch (state_) {
    case State::text:
      if (c == '<') state_ = State::tag_open;
      tag_.clear();
      closing_ = false;
      break;
    case State::tag_open:
      if (c == '/') {
        closing_ = true;
      } else if (c == '!') {
        state_ = State::declaration;
        name_.clear();
      } else if (c == '?') {
        state_ = State::declaration;
        name_ = "?";
      } else if (is_ascii_letter(c)) {
        state_ = State::tag_name;
        tag_ = small(c);
      } else if (c != '<') {
        state_ = State::text;
      }
      break;
    case State::end_tag_name:
    case State::tag_name:
      if (is_space(c) || c == '/') {
        state_ = State::in_tag;
      } else if (c == '>') {
        end_tag();
      } else {
        tag_ += small(c);
      }
      break;
    case State::in_tag:
    case State::after_name:
      if (c == '>') {
        end_tag();
      } else if (c == '=' && state_ == State::after_name) {
        state_ = State::value_begin;
      } else if (!is_space(c) && c != '/') {
        state_ = State::attribute_name;
        name_known_ = c != '=' || name_known_;
        name_ = small(c);
      } else if (c == '/') {
        state_ = State::in_tag;
      }
      break;
    case State::attribute_name:
      if (c == '=') {
        state_ = State::value_begin;
      } else if (c == '>') {
        end_tag();
      } else if (is_space(c)) {
        state_ = State::after_name;
      } else if (c == '/') {
        state_ = State::in_tag;
      } else {
        name_ += small(c);
      }
      break;
    case State::value_begin:
      if (c == '"') {
        begin_value(Quote::two);
      } else if (c == '\'') {
        begin_value(Quote::one);
      } else if (c == '>') {
        end_tag();
      } else if (!is_space(c)) {
        begin_value(Quote::none);
        url_character(c);
      }
      break;
    case State::value:
      if ((quote_ == Quote::two && c == '"') || (quote_ == Quote::one && c == '\'') ||
          (quote_ == Quote::none && is_space(c))) {
        state_ = State::in_tag;
        name_known_ = true;
        name_.clear();
      } else if (quote_ == Quote::none && c == '>') {
        end_tag();
      } else {
        url_character(c);
      }
      break;
    case State::declaration:
      if (c == '>') {
        state_ = State::text;
        name_.clear();
      } else if (name_.size() < 2 && name_.find('?') == std::string::npos) {
        name_ += c;
        if (name_ == "--") {
          state_ = State::comment;  // its two hyphens also count for an end: <!--> is a whole comment
        }
      }
      break;
    case State::comment:
      if (c == '>' && name_.size() >= 2) {
        state_ = State::text;
        name_.clear();
      } else if (c == '-') {
        if (name_.size() < 2) name_ += '-';
      } else {
        name_.clear();
      }
      break;
    case State::raw_text:
      // Waits for </script and a sign that ends the name.
      if (name_.size() == tag_.size() + 2 && (is_space(c) || c == '/' || c == '>')) {
        state_ = State::in_tag;
        closing_ = true;
        name_.clear();
        if (c == '>') end_tag();
        break;
      }
      if (c == '<') {
        name_ = "<";
      } else if (name_ == "<" && c == '/') {
        name_ += '/';
      } else if (name_.size() >= 2 && name_.size() < tag_.size() + 2 && small(c) == tag_[name_.size() - 2]) {
        name_ += small(c);
      } else {
        name_.clear();
      }
      break;
  }
}

std::optional<Escape> HtmlPlace::output() {
  switch (state_) {
    case State::text:
    case State::comment:
    case State::declaration:
      return Escape::text;
    case State::tag_name:
    case State::end_tag_name:
      return Escape::digits;
    case State::value:
      if (quote_ == Quote::none || attribute_ == Attribute::code) return std::nullopt;
      if (attribute_ == Attribute::url && scheme_open_) {
        return quote_ == Quote::two ? Escape::url_double : Escape::url_single;
      }
      if (attribute_ == Attribute::sources)
        return quote_ == Quote::two ? Escape::sources_double : Escape::sources_single;
      return quote_ == Quote::two ? Escape::double_quoted : Escape::single_quoted;
    default:
      return std::nullopt;
  }
}

void HtmlPlace::after_output() {
  switch (state_) {
    case State::tag_open:
      state_ = State::tag_name;
      tag_ = "?";
      break;
    case State::value_begin:
      begin_value(Quote::none);
      break;
    case State::attribute_name:
    case State::in_tag:
    case State::after_name:
      state_ = State::attribute_name;
      name_known_ = false;
      break;
    case State::comment:
    case State::raw_text:
      name_.clear();
      break;
    default:
      break;
  }
  if (state_ == State::value) printed_ = true;
}

std::optional<HtmlPlace> HtmlPlace::join(const HtmlPlace& a, const HtmlPlace& b) {
  if (a == b) return a;
  const auto between = [](const HtmlPlace& place) {
    return place.state_ == State::in_tag || place.state_ == State::tag_name ||
           place.state_ == State::attribute_name || place.state_ == State::after_name;
  };
  HtmlPlace both = a;
  both.bad_scheme_ = a.bad_scheme_ || b.bad_scheme_;
  if (between(a) && between(b)) {
    // <option{% if x %} selected{% endif %}>: which attribute's name this is depends on the branch.
    if (a.tag_ != b.tag_ || a.closing_ != b.closing_) return std::nullopt;
    both.state_ = a.state_ == b.state_ ? a.state_ : State::attribute_name;
    both.name_known_ = false;
    both.name_ = "?";
    return both;
  }
  if (a.state_ != b.state_) return std::nullopt;
  if (a.state_ == State::value) {
    if (a.quote_ != b.quote_ || a.tag_ != b.tag_) return std::nullopt;
    both.attribute_ = std::max(a.attribute_, b.attribute_);
    both.scheme_open_ = a.scheme_open_ || b.scheme_open_;
    both.printed_ = a.printed_ || b.printed_ || a.scheme_ != b.scheme_;
    both.name_known_ = a.name_known_ && b.name_known_;
    if (a.name_ != b.name_) both.name_ = "?";
    both.scheme_.clear();
    return both;
  }
  if (a.tag_ != b.tag_ || a.closing_ != b.closing_) {
    if (a.state_ != State::text) return std::nullopt;
  }
  both.name_.clear();
  if (a.state_ == State::text) both = HtmlPlace();
  return both;
}

std::string HtmlPlace::describe() const {
  switch (state_) {
    case State::raw_text:
      return "<" + tag_ + ">";
    case State::value:
      return name_known_ && name_ != "?"
                 ? (quote_ == Quote::none ? name_ + "=… (no quotes)" : name_ + "=\"…\"")
                 : "<… ?=…>";
    case State::value_begin:
      return name_ + "=… (no quotes)";
    case State::comment:
      return "<!-- -->";
    case State::text:
      return "text";
    case State::declaration:
      return "<!…>";
    default:
      return "<" + tag_ + " …>";
  }
}

}  // namespace mektep::templates
