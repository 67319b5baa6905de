// Screens for people: a template of templates/ inside the frame of layout.html, in words of strings/.
//   Response answer; answer.body = views.render("login.html", frame, {{"email", email}});
#pragma once
#include <expected>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/finding.h"
#include "base/locale.h"
#include "editor/accounts/actor.h"
#include "editor/views/navigation.h"
#include "theme/template/template.h"
#include "theme/value.h"

namespace mektep::editor {

// What stands around the content of every screen.
struct Frame {
  Language language = Language::ky;
  const Actor* actor = nullptr;   // who is logged in; nullptr = nobody
  std::string csrf;               // for {{ csrf }} in every form: <input type="hidden" name="csrf" value="…">
  std::string path;               // of this screen: marks its place in the navigation
  std::vector<Section> sections;  // that this person may see
  std::string notice;             // what was just done, said above the content; empty = nothing
};

// A file that browsers load: styles, scripts, icons.
struct Asset {
  std::string name;     // "editor.css"
  std::string address;  // "/assets/editor.3f2a9c01d2.css": changes with the bytes, may be kept for ever
  std::string type, bytes;
};

using Values = std::vector<std::pair<std::string, Value>>;

// Templates, words and assets of the interface. Immutable once loaded; safe in every thread.
class Views {
 public:
  // From `folder`/templates, `folder`/strings and `folder`/assets; scripts and styles bundled from client/
  // lie in `bundles`. Every fault of a template or word is a finding.
  static std::expected<std::unique_ptr<Views>, Findings> load(const std::string& folder,
                                                              const std::string& bundles = {});

  // A whole HTML document. Templates see `values` and: t (words by key), frame members as `actor`, `csrf`,
  // `path`, `notice`, `lang`, `navigation`, and `assets` (addresses by name). A fault of the template is a
  // finding.
  std::expected<std::string, Finding> render(std::string_view name, const Frame& frame, Values values) const;

  // A word of strings/; the key itself when there is none.
  std::string_view word(std::string_view key, Language language) const;
  const Asset* asset(std::string_view address) const;  // nullptr: there is none
  std::string bundle(std::string_view name) const;     // the bytes of "preview.js"; empty without it

  struct Word {
    std::string key;
    Label text;
    Place place;
  };
  const std::vector<Word>& words() const { return words_; }  // sorted by key
  std::vector<TemplateUse> uses() const { return templates_.uses(); }

 private:
  Views() = default;
  std::vector<Word> words_;
  std::vector<Asset> assets_;
  Value asset_addresses_;
  std::array<Value, 3> spoken_;  // words by language
  TemplateSet templates_;
};

// 2026-ж., 1-сентябрь · 1 сентября 2026 г. · 1 September 2026
std::string date_text(Date date, Language language);
// Of a moment, in the school's time zone (Asia/Bishkek): its day, and its day with ", 15:05" or ", 15:05:42"
// behind.
std::string day_text(std::int64_t unix_seconds, Language language);
std::string moment_text(std::int64_t unix_seconds, Language language);
std::string exact_moment_text(std::int64_t unix_seconds, Language language);
// `text` with {name} replaced.
std::string fill_in(std::string_view text, std::string_view name, std::string_view value);

}  // namespace mektep::editor
