// Where in HTML a place of a template is: a tokenizer fed with the literal text of a template, piece by
// piece. A value type: branches copy it, joins merge it.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "theme/template/tree.h"

namespace mektep::templates {

class HtmlPlace {
 public:
  enum class State : std::uint8_t {
    text,
    tag_open,
    end_tag_name,
    tag_name,
    in_tag,
    attribute_name,
    after_name,
    value_begin,
    value,
    comment,
    declaration,
    raw_text
  };
  enum class Quote : std::uint8_t { none, one, two };
  enum class Attribute : std::uint8_t {
    plain,
    url,
    sources,
    code
  };  // code: on…, style, srcdoc, or an unknown name

  void feed(std::string_view text);
  // A value printed here: nullopt = only trusted values may stand here.
  std::optional<Escape> output();
  // After a value that was printed here.
  void after_output();
  // The place in which two branches end; nullopt when they disagree.
  static std::optional<HtmlPlace> join(const HtmlPlace& a, const HtmlPlace& b);
  bool operator==(const HtmlPlace&) const = default;
  // "<script>", "the attribute \"onclick\"", … for messages.
  std::string describe() const;
  bool bad_scheme() const { return bad_scheme_; }  // a scheme that is partly printed: `{{ a }}:…`

 private:
  void step(char c);
  void begin_value(Quote quote);
  void url_character(char c);
  void end_tag();

  State state_ = State::text;
  Quote quote_ = Quote::none;
  Attribute attribute_ = Attribute::plain;
  bool closing_ = false;      // an end tag
  bool scheme_open_ = false;  // of a URL: what stands so far may still become a scheme
  bool printed_ = false;      // of a URL: part of it was printed
  bool bad_scheme_ = false;
  bool name_known_ = true;  // the attribute's name stands in the text as a whole
  std::string tag_;         // name of the tag or, inside raw text, of its element
  std::string name_;        // of the attribute, or what follows `</` in raw text, or `-` in comments
  std::string scheme_;
};

}  // namespace mektep::templates
