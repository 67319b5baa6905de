#include "outputs/values.h"

#include <charconv>

#include "base/localise.h"
#include "base/phone.h"
#include "base/text.h"
#include "content/read.h"
#include "facts/publication.h"
#include "outputs/labels.h"
#include "outputs/members.h"

namespace mektep {

namespace {

struct Moment final : LazyObject<Moment> {
  Moment(DateTime m, Locale l, int zone) : moment(m), locale(l), zone_minutes(zone) {}
  DateTime moment;
  Locale locale;
  int zone_minutes;

  template <DateStyle style>
  static Value form(const Moment& self) {
    return format_date(self.moment.date, self.locale, style);
  }
  static const auto& members() {
    static constexpr Members table(
        {Member<Moment>{"iso",
                        [](const Moment& self) -> Value {
                          if (!self.moment.has_time()) return self.moment.iso();
                          return fmt::format("{}+{:02}:{:02}", self.moment.iso(), self.zone_minutes / 60,
                                             self.zone_minutes % 60);
                        }},
         {"full", form<DateStyle::full>},
         {"long", form<DateStyle::long_>},
         {"medium", form<DateStyle::medium>},
         {"short", form<DateStyle::short_>},
         {"official", form<DateStyle::official>},
         {"month", form<DateStyle::month>},
         {"day", form<DateStyle::day>},
         {"time",
          [](const Moment& self) -> Value {
            if (!self.moment.has_time()) return Value::view("");
            return fmt::format("{:02}:{:02}", self.moment.minutes / 60, self.moment.minutes % 60);
          }},
         {"year", [](const Moment& self) -> Value { return static_cast<int>(self.moment.date.year); }}});
    return table;
  }
};

Value phone_link(const std::string& phone) {
  const auto e164 = parse_phone(phone);
  return make_record(
      {{"text", e164 ? format_phone(*e164) : phone}, {"href", "tel:" + (e164 ? *e164 : phone)}});
}

Value email_link(const std::string& email) {
  return make_record({{"text", email}, {"href", "mailto:" + email}});
}

// A style sheet can only name places, so they come in steps of 25 %.
std::string focal_classes(const Node* focal) {
  if (!focal) return {};
  const auto step = [&](std::string_view axis) {
    int percent = 50;
    const std::string_view text = focal->text_of(axis);
    std::from_chars(text.data(), text.data() + text.size(), percent);
    return (std::clamp(percent, 0, 100) + 12) / 25 * 25;
  };
  return fmt::format("focal-x-{} focal-y-{}", step("x"), step("y"));
}

}  // namespace

Value date_value(const std::optional<DateTime>& moment, Locale locale, int zone_minutes) {
  if (!moment) return nullptr;
  return Value::Object(std::make_shared<const Moment>(*moment, locale, zone_minutes));
}

Value date_value(const std::optional<Date>& date, Locale locale) {
  if (!date) return nullptr;
  return Value::Object(std::make_shared<const Moment>(DateTime{*date}, locale, 0));
}

Value link_value(std::string title, std::string url) {
  return make_record({{"title", std::move(title)}, {"url", std::move(url)}});
}

Value picture_value(const SiteContext& site, const PublishableAsset& publishable, Locale locale) {
  const Asset& asset = publishable.asset();
  const auto address = [&](const Rendition& rendition) { return site.href("/" + rendition.file); };
  const auto list = [&](std::span<const Rendition> renditions) {
    std::string srcset;
    for (const Rendition& rendition : renditions)
      srcset += fmt::format("{}{} {}w", srcset.empty() ? "" : ", ", address(rendition), rendition.width);
    return srcset;
  };
  Record record;
  if (!Media::has_renditions(asset)) {
    const std::string url = site.href(site.facts.permalinks.of_asset(asset.path));
    record.set("url", url);
    record.set("src", url);
    record.set("width", asset.image ? Value(std::int64_t{asset.image->width}) : Value(nullptr));
    record.set("height", asset.image ? Value(std::int64_t{asset.image->height}) : Value(nullptr));
    record.set("srcset", "");
    record.set("sources", ValueList());
  } else {
    const Picture* picture = site.media.picture(publishable);
    if (!picture) return nullptr;  // cannot be read: a finding
    const std::span<const Rendition> fallback = picture->fallback();
    record.set("url", address(picture->largest()));
    record.set("src", address(fallback.front()));
    record.set("width", std::int64_t{picture->largest().width});
    record.set("height", std::int64_t{picture->largest().height});
    record.set("srcset", list(fallback));
    record.set("sources",
               ValueList{make_record({{"type", "image/webp"}, {"srcset", list(picture->webp())}})});
  }
  record.set("focal", focal_classes(asset.data.given("focal")));
  record.set("alt", asset.alt.best(locale));
  record.set("caption", asset.caption.best(locale));
  record.set("author", read_bilingual(asset.data.given("author")).best(locale));
  return Value::Object(std::make_shared<const Record>(std::move(record)));
}

Value picture_value(const SiteContext& site, std::string_view asset_path, Locale locale) {
  const Asset* asset = asset_path.empty() ? nullptr : site.model.asset(asset_path);
  const auto publishable = asset ? site.facts.consents.publish(*asset) : std::nullopt;
  return publishable ? picture_value(site, *publishable, locale) : Value(nullptr);
}

Value tags_value(const SiteContext& site, const Entry& entry, Locale locale) {
  ValueList tags;
  for (const std::string& tag : entry.tags) {
    const auto at = site.facts.taxonomy.tags.find(tag);
    const std::size_t count = at == site.facts.taxonomy.tags.end() ? 0 : at->second.size();
    tags.push_back(make_record({{"title", site.model.site.tag_name(tag, locale)},
                                {"url", site.href(fmt::format("{}tags/{}/", locale_root(locale), tag))},
                                {"count", count}}));
  }
  return tags;
}

std::string teaser(const Entry& entry, Locale locale) {
  const Translation& text = entry.best(locale);
  if (!text.summary.empty()) return text.summary;
  constexpr std::size_t limit = 180;
  std::string words = plain_text(text.body, 0, limit + 1);
  if (count_code_points(words) <= limit) return words;
  if (const std::size_t space = words.rfind(' '); space != std::string::npos) words.resize(space);
  return words + "…";
}

namespace {

struct Teaser final : LazyObject<Teaser> {
  Teaser(const SiteContext& s, const Entry& e, Locale l) : site(s), entry(e), text(e.best(l)), locale(l) {}
  const SiteContext& site;
  const Entry& entry;
  const Translation& text;
  Locale locale;

  Value moment(const std::optional<DateTime>& when) const {
    return date_value(when, locale, site.model.site.zone_minutes);
  }
  bool past() const {
    const Date today = site.facts.today;
    if (entry.collection != Collection::events)
      return entry.announcement && entry.until && *entry.until < today;
    const auto& last = entry.end ? entry.end : entry.start;
    return last && last->date < today;
  }
  std::int64_t photos() const {
    if (entry.collection != Collection::albums) return 0;
    std::int64_t count = 0;
    for (const Asset& asset : site.model.assets) {
      if (asset.path.starts_with(entry.path + "/") && asset.image && site.facts.consents.publish(asset))
        ++count;
    }
    return count;
  }
  static const auto& members() {
    static constexpr std::string_view kinds[] = {"page", "news", "event", "album"};
    static constexpr Members table({
        Member<Teaser>{"kind",
                       [](const Teaser& self) {
                         return Value::view(kinds[static_cast<std::size_t>(self.entry.collection)]);
                       }},
        {"title", [](const Teaser& self) { return Value::view(self.text.title); }},
        {"url",
         [](const Teaser& self) -> Value {
           return self.site.href(self.site.facts.permalinks.of(self.entry, self.locale));
         }},
        {"lang", [](const Teaser& self) { return Value::view(code(self.entry.shown_in(self.locale))); }},
        {"summary",
         [](const Teaser& self) -> Value {
           return self.text.summary.empty() ? Value(teaser(self.entry, self.locale))
                                            : Value::view(self.text.summary);
         }},
        {"date", [](const Teaser& self) { return self.moment(self.entry.date); }},
        {"tags", [](const Teaser& self) { return tags_value(self.site, self.entry, self.locale); }},
        {"image", [](const Teaser& self) { return picture_value(self.site, self.entry.image, self.locale); }},
        {"announcement", [](const Teaser& self) -> Value { return self.entry.announcement; }},
        {"until", [](const Teaser& self) { return date_value(self.entry.until, self.locale); }},
        {"start", [](const Teaser& self) { return self.moment(self.entry.start); }},
        {"end", [](const Teaser& self) { return self.moment(self.entry.end); }},
        {"place", [](const Teaser& self) { return Value::view(self.entry.location.best(self.locale)); }},
        {"past", [](const Teaser& self) -> Value { return self.past(); }},
        {"photos", [](const Teaser& self) -> Value { return self.photos(); }},
    });
    return table;
  }
};

}  // namespace

Value entry_value(const SiteContext& site, const Entry& entry, Locale locale) {
  return Value::Object(std::make_shared<const Teaser>(site, entry, locale));
}

// The first page of the main file; decoration, since its title stands beside it.
static Value thumbnail_value(const SiteContext& site, const Document& document) {
  const Asset* asset = document.files.empty() ? nullptr : site.model.asset(document.files.front().path);
  const auto publishable = asset ? site.facts.consents.publish(*asset) : std::nullopt;
  const Thumbnail* thumbnail = publishable ? site.media.thumbnail(*publishable) : nullptr;
  if (!thumbnail) return nullptr;
  const std::string url = site.href("/" + thumbnail->file);
  return make_record({{"url", url},
                      {"src", url},
                      {"width", std::int64_t{thumbnail->width}},
                      {"height", std::int64_t{thumbnail->height}},
                      {"srcset", ""},
                      {"sources", ValueList()},
                      {"focal", ""},
                      {"alt", ""},
                      {"caption", ""},
                      {"author", ""}});
}

Value document_value(const SiteContext& site, const Document& document, Locale locale) {
  std::int64_t withheld = 0;
  const auto file_list = [&](const std::vector<DocumentFile>& files, std::string_view itemprop) {
    ValueList list;
    for (const DocumentFile& file : files) {
      if (file.type == FileType::unknown && file.sha256.empty())
        continue;  // a finding has said that it is missing
      if (site.facts.consents.withholds(file.path)) {
        ++withheld;
        continue;
      }
      list.push_back(make_record(
          {{"url", site.href(site.facts.permalinks.of_asset(file.path))},
           {"title", file.title.best(locale)},
           {"format", std::string(short_name(file.type))},
           {"bytes", static_cast<std::int64_t>(file.size)},
           {"size", format_size(file.size, locale)},
           {"language", file.language ? std::string(code(*file.language)) : std::string()},
           {"language_label", file.language ? language_label(*file.language, locale) : std::string()},
           {"pages", file.pages ? Value(std::int64_t{*file.pages}) : Value(nullptr)},
           {"sha256", file.sha256},
           {"itemprop", std::string(itemprop)}}));
    }
    return list;
  };
  Value protocol = nullptr;
  if (!document.protocol_number.empty() || document.protocol_date) {
    protocol = make_record(
        {{"number", document.protocol_number}, {"date", date_value(document.protocol_date, locale)}});
  }
  const std::string type_label = choice_label(site.schemas, "document.yaml", "type", document.type, locale);
  return make_record({{"id", document.id},
                      {"thumbnail", thumbnail_value(site, document)},
                      {"url", site.href(site.facts.permalinks.of(document, locale))},
                      {"title", document.title.best(locale)},
                      {"lang", std::string(document.title.in(locale).empty()
                                               ? code(locale == Locale::ky ? Locale::ru : Locale::ky)
                                               : code(locale))},
                      {"type", document.type},
                      {"type_label", type_label},
                      {"number", document.number},
                      {"date", date_value(document.date, locale)},
                      {"approved_by", document.approved_by.best(locale)},
                      {"protocol", protocol},
                      {"in_force_from", date_value(document.in_force_from, locale)},
                      {"in_force_until", date_value(document.in_force_until, locale)},
                      {"expired", document.in_force_until && *document.in_force_until < site.facts.today},
                      {"files", file_list(document.files, "")},
                      {"annexes", file_list(document.annexes, "")},
                      {"withheld_files", withheld}});
}

std::string format_address(const Node* address, Locale locale) {
  if (!address) return {};
  if (address->is_scalar()) return address->text;
  std::vector<std::string> parts;
  for (const std::string_view key : {"postal_code", "region", "district", "settlement", "street"}) {
    std::string part = read_bilingual(address->given(key)).best(locale);
    if (!part.empty()) parts.push_back(std::move(part));
  }
  return join(parts, ", ");
}

std::string format_days(const Node* days, Locale locale) {
  static constexpr std::string_view names[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  std::vector<int> numbers;
  for (const std::string& day : read_texts(days)) {
    const auto at = std::ranges::find(names, day);
    if (at != std::end(names)) numbers.push_back(static_cast<int>(at - std::begin(names)));
  }
  std::ranges::sort(numbers);
  std::vector<std::string> runs;
  for (std::size_t i = 0; i < numbers.size();) {
    std::size_t last = i;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    const auto first_day = weekday_short(numbers[i], locale), last_day = weekday_short(numbers[last], locale);
    if (last == i) {
      runs.emplace_back(first_day);
    } else {
      runs.push_back(fmt::format("{}{}{}", first_day, last == i + 1 ? ", " : "–", last_day));
    }
    i = last + 1;
  }
  return join(runs, ", ");
}

Value school_contacts_value(const SiteContext& site, Locale locale) {
  const auto at = site.model.school.find("organisation");
  if (at == site.model.school.end()) return nullptr;
  const Node& data = at->second.data;
  ValueList phones, emails, hours;
  if (const Node* list = data.given("phones")) {
    for (const Node& phone : list->items)
      phones.push_back(phone_link(read_text(phone.is_map() ? phone.get("number") : &phone)));
  }
  for (const std::string& email : read_texts(data.given("emails"))) emails.push_back(email_link(email));
  if (const Node* list = data.given("hours")) {
    for (const Node& opening : list->items) {
      hours.push_back(
          make_record({{"days", format_days(opening.given("days"), locale)},
                       {"time", fmt::format("{}–{}", opening.text_of("opens"), opening.text_of("closes"))}}));
    }
  }
  std::string address = format_address(data.given("address"), locale), map_url;
  if (const Node* geo = data.at("address/geo")) {
    map_url = fmt::format("https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=16/{0}/{1}",
                          geo->text_of("latitude"), geo->text_of("longitude"));
  }
  if (address.empty() && phones.empty() && emails.empty()) return nullptr;
  return make_record({{"address", std::move(address)},
                      {"phones", std::move(phones)},
                      {"emails", std::move(emails)},
                      {"hours", std::move(hours)},
                      {"map_url", std::move(map_url)}});
}

std::string language_label(Locale language, Locale locale) {
  if (locale == Locale::ky) return language == Locale::ky ? "кыргызча" : "орусча";
  return language == Locale::ky ? "на кыргызском" : "на русском";
}

std::string own_language_name(Locale locale) {
  return locale == Locale::ky ? "Кыргызча" : "Русский";
}

}  // namespace mektep
