#include "outputs/shortcodes.h"

#include "base/text.h"
#include "content/read.h"
#include "facts/links.h"
#include "outputs/fact_text.h"
#include "outputs/rules.h"
#include "outputs/structure.h"
#include "outputs/values.h"
#include "outputs/words.h"
#include "syntax/csv.h"

namespace mektep {

namespace {

// What a shortcode's partial sees beside the globals: one object under one name. Undefined: nothing to show.
struct Prepared {
  std::string name;
  Value value;
  Value caption = "";  // of a gallery
};

// One shortcode being read: its arguments, and where faults go.
class Attributes {
 public:
  Attributes(const ShortcodeContext& of, const Shortcode& shortcode, Findings& findings)
      : context(of), shortcode_(shortcode), findings_(findings) {}

  const ShortcodeContext& context;

  std::string_view get(std::string_view key) const { return shortcode_.get(key); }
  // The argument, or the first positional one; a finding when there is neither.
  std::string_view need(std::string_view key, std::string_view expected) {
    if (const std::string_view value = shortcode_.get(key); !value.empty()) return value;
    if (const std::string_view value = shortcode_.get(""); !value.empty()) return value;
    fault(key, "", std::string(expected));
    return {};
  }
  void fault(std::string_view field, std::string_view found, std::string expected,
             std::string suggestion = {}) {
    const Shortcode::Argument* argument = shortcode_.find(field);
    if (suggestion.empty()) suggestion = expected;
    findings_.emplace_back(rules::outputs_shortcode_argument,
                           Place{context.text.file, argument ? argument->mark : shortcode_.mark},
                           std::string(field), std::string(found),
                           std::vector<Param>{{"name", std::string(shortcode_.name)},
                                              {"expected", std::move(expected)},
                                              {"suggestion", std::move(suggestion)}});
  }
  template <class T>
  void unknown(std::string_view field, std::string_view found, const std::vector<T>& all,
               std::string T::* id) {
    std::vector<std::string> names;
    for (const T& one : all) names.push_back(one.*id);
    const auto near = did_you_mean(found, names);
    fault(field, found, near ? *near : join(names, ", "), near ? *near + "?" : std::string());
  }
  // The path of an asset that `address` names beside the text.
  std::string asset(std::string_view field, std::string_view address) {
    if (address.empty()) return {};
    const SiteContext& site = context.site;
    LinkTarget target =
        resolve_link(site.model, site.facts.permalinks, context.text.file, context.locale, address);
    if (target.kind == LinkKind::asset) return std::move(target.asset);
    std::vector<std::string> names;
    for (const Asset& asset : site.model.assets) names.push_back(asset.path);
    const auto near = did_you_mean(resolve_path(context.text.file, address), names);
    fault(field, address, near ? *near : std::string("photo.jpg"));
    return {};
  }
  Value picture(std::string_view field, const std::string& path, std::string_view caption = {},
                std::string_view alt = {}) {
    const Asset* asset = path.empty() ? nullptr : context.site.model.asset(path);
    const auto publishable = asset ? context.site.facts.consents.publish(*asset) : std::nullopt;
    if (!publishable || !asset->image) {
      if (asset && !asset->image) fault(field, path, "PNG, JPEG, WebP, GIF");
      return {};  // why a picture may not be published is the consent check's finding
    }
    const Value picture = picture_value(context.site, *publishable, context.locale);
    if (!picture.is_object()) return {};
    if (caption.empty() && alt.empty()) return picture;
    Record changed;
    for (const std::string& name : picture.as_object().names())
      changed.set(name, picture.as_object().get(name));
    if (!caption.empty()) changed.set("caption", std::string(caption));
    if (!alt.empty()) changed.set("alt", std::string(alt));
    return Value::Object(std::make_shared<const Record>(std::move(changed)));
  }

 private:
  const Shortcode& shortcode_;
  Findings& findings_;
};

std::optional<Prepared> figure(Attributes& in) {
  Value picture = in.picture("src", in.asset("src", in.need("src", "src=\"photo.jpg\"")), in.get("caption"),
                             in.get("alt"));
  if (!picture.is_object()) return std::nullopt;
  return Prepared{"picture", std::move(picture)};
}

std::optional<Prepared> gallery(Attributes& in) {
  ValueList photos;
  if (const std::string_view named = in.get("photos"); !named.empty()) {
    for (const std::string_view name : split(named, ' ')) {
      if (name.empty()) continue;
      if (Value photo = in.picture("photos", in.asset("photos", name)); photo.is_object())
        photos.push_back(std::move(photo));
    }
  } else {  // every picture beside the text
    const std::string folder = in.context.text.file.substr(0, in.context.text.file.rfind('/') + 1);
    for (const Asset& asset : in.context.site.model.assets) {
      if (!asset.path.starts_with(folder) || !asset.image) continue;
      if (Value photo = in.picture("photos", asset.path); photo.is_object())
        photos.push_back(std::move(photo));
    }
  }
  if (photos.empty()) return std::nullopt;
  return Prepared{"photos", std::move(photos), std::string(in.get("caption"))};
}

std::optional<Prepared> document(Attributes& in) {
  const std::string_view id = in.need("id", "id=\"charter\"");
  const ContentModel& model = in.context.site.model;
  const Document* found = id.empty() ? nullptr : model.document(id);
  if (!found) {
    if (!id.empty()) in.unknown("id", id, model.documents, &Document::id);
    return std::nullopt;
  }
  return Prepared{"document", document_value(in.context.site, *found, in.context.locale)};
}

std::optional<Prepared> person(Attributes& in) {
  const std::string_view id = in.need("id", "id=\"…\" (people/)");
  const ContentModel& model = in.context.site.model;
  const Person* found = id.empty() ? nullptr : model.person(id);
  if (!found) {
    if (!id.empty()) in.unknown("id", id, model.people, &Person::id);
    return std::nullopt;
  }
  return Prepared{"person", person_value(in.context.site, in.context.site.facts.consents.publish(*found),
                                         in.context.locale)};
}

// school/organisation#founded: one fact stands in one place, texts quote it (PROH-3).
std::optional<Prepared> fact(Attributes& in) {
  const std::string_view path = in.need("path", "path=\"school/organisation#founded\"");
  if (path.empty()) return std::nullopt;
  const FactText text = quote_fact(in.context.site, path, in.context.locale);
  if (text.value.empty()) {
    in.fault("path", path, text.near.empty() ? "school/organisation#founded" : text.near);
    return std::nullopt;
  }
  return Prepared{"fact", make_record({{"id", std::string(path)},
                                       {"label", text.label},
                                       {"value", text.value},
                                       {"lang", std::string(code(text.lang))}})};
}

std::optional<Prepared> callout(Attributes& in) {
  std::string kind(in.get("kind"));
  if (kind.empty()) kind = "info";
  if (kind != "info" && kind != "warning" && kind != "success") {
    in.fault("kind", kind, "info, warning, success");
    kind = "info";
  }
  const std::string_view text = in.need("text", "text=\"…\"");
  return Prepared{
      "callout",
      make_record({{"kind", kind}, {"title", std::string(in.get("title"))}, {"content", std::string(text)}})};
}

std::string_view web_address(Attributes& in) {
  const std::string_view url = in.need("url", "url=\"https://…\"");
  if (url.empty() || url.starts_with("https://") || url.starts_with("http://")) return url;
  in.fault("url", url, "https://…");
  return {};
}

std::optional<Prepared> video(Attributes& in) {
  const std::string_view url = web_address(in);
  if (url.empty()) return std::nullopt;
  const std::string_view title = in.get("title");
  std::string_view host = host_of(url);
  if (host.starts_with("www.")) host.remove_prefix(4);
  return Prepared{"video", make_record({{"url", std::string(url)},
                                        {"title", std::string(title.empty() ? url : title)},
                                        {"host", std::string(host)}})};
}

std::optional<Prepared> map_link(Attributes& in) {
  const std::string_view url = web_address(in);
  if (url.empty()) return std::nullopt;
  const std::string_view title = in.get("title");
  return Prepared{
      "map", make_record({{"url", std::string(url)},
                          {"title", std::string(title.empty() ? std::string_view("OpenStreetMap") : title)},
                          {"address", std::string(in.get("address"))}})};
}

std::optional<Prepared> table(Attributes& in) {
  const std::string path = in.asset("file", in.need("file", "file=\"timetable.csv\""));
  const SiteContext& site = in.context.site;
  const SourceFile* source = path.empty() ? nullptr : site.snapshot.find(path);
  const auto bytes = source ? site.snapshot.read_asset(*source)
                            : std::unexpected(Finding(rules::outputs_shortcode_argument, {}));
  if (!bytes) return std::nullopt;
  Findings faults;
  const CsvTable csv = parse_csv(*bytes, path, faults);
  for (const Finding& fault : faults)
    in.fault("file", path, "CSV", fmt::format("{}:{}", path, fault.place.mark.line));
  const auto texts = [](const std::vector<CsvCell>& cells) {
    ValueList list;
    for (const CsvCell& cell : cells) list.push_back(cell.text);
    return list;
  };
  ValueList rows;
  for (const auto& row : csv.rows) rows.push_back(texts(row));
  return Prepared{"table", make_record({{"caption", std::string(in.get("caption"))},
                                        {"header", texts(csv.header)},
                                        {"rows", std::move(rows)},
                                        {"note", std::string(in.get("note"))}})};
}

std::optional<Prepared> contact(Attributes& in) {
  Value contacts = school_contacts_value(in.context.site, in.context.locale);
  if (!contacts.is_object()) return std::nullopt;
  return Prepared{"contacts", std::move(contacts)};
}

std::optional<Prepared> structure(Attributes& in) {
  Value diagram = structure_value(in.context.site, in.context.locale);
  if (!diagram.is_object()) return std::nullopt;  // what is missing of governance is disclosure's finding
  return Prepared{"diagram", std::move(diagram)};
}

struct Kind {
  std::string name;
  std::optional<Prepared> (*prepare)(Attributes&);
};
std::span<const Kind> kinds() {
  static const Kind all[] = {{"callout", callout}, {"contact", contact}, {"document", document},
                             {"fact", fact},       {"figure", figure},   {"gallery", gallery},
                             {"map", map_link},    {"person", person},   {"structure", structure},
                             {"table", table},     {"video", video}};
  return all;
}

std::expected<void, Finding> render_partial(const ShortcodeContext& context, std::string_view name,
                                            Prepared prepared, std::string& out) {
  const SiteContext& site = context.site;
  Record globals;
  globals.set("site", site.site(context.locale, -1, false));
  globals.set("t", site.theme.strings[index(context.locale)]);
  globals.set("strings", site.all_strings());
  globals.set("assets", site.assets());
  globals.set("locale", std::string(code(context.locale)));
  if (prepared.name == "photos") globals.set("caption", prepared.caption);
  globals.set(std::move(prepared.name), std::move(prepared.value));
  return site.theme.templates.render(fmt::format("partials/shortcodes/{}.html", name), globals, out);
}

}  // namespace

std::span<const std::string> shortcode_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    for (const Kind& kind : kinds()) all.push_back(kind.name);
    return all;
  }();
  return names;
}

void check_shortcodes(const ShortcodeContext& context, Findings& findings) {
  for (const Shortcode& shortcode : context.text.body.shortcodes) {
    const auto kind = std::ranges::find(kinds(), shortcode.name, &Kind::name);
    if (kind != kinds().end()) {
      Attributes attributes(context, shortcode, findings);
      kind->prepare(attributes);
      continue;
    }
    const auto near = did_you_mean(shortcode.name, shortcode_names());
    findings.emplace_back(
        rules::outputs_unknown_shortcode, Place{context.text.file, shortcode.mark}, "",
        std::string(shortcode.name),
        std::vector<Param>{{"suggestion", near ? *near + "?" : join(shortcode_names(), ", ")}});
  }
}

std::expected<void, Finding> render_shortcode(const ShortcodeContext& context, const Shortcode& shortcode,
                                              bool, std::string& out) {
  const auto kind = std::ranges::find(kinds(), shortcode.name, &Kind::name);
  if (kind == kinds().end()) return {};
  Findings ignored;  // check_shortcodes has reported them
  Attributes attributes(context, shortcode, ignored);
  auto prepared = kind->prepare(attributes);
  if (!prepared) return {};
  return render_partial(context, shortcode.name, std::move(*prepared), out);
}

std::expected<void, Finding> render_figure(const ShortcodeContext& context, const std::string& asset,
                                           std::string_view alt, std::string_view title, std::string& out) {
  static const Shortcode none;
  Findings ignored;
  Attributes attributes(context, none, ignored);
  Value picture = attributes.picture("src", asset, title, alt);
  if (!picture.is_object()) return {};
  return render_partial(context, "figure", {"picture", std::move(picture)}, out);
}

}  // namespace mektep
