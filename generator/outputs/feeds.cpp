// Atom (RFC 4287) of the news and iCalendar (RFC 5545) of the events, one of each a language.
#include "base/text.h"
#include "outputs/passes.h"
#include "outputs/plan.h"
#include "outputs/values.h"

namespace mektep {

namespace {

constexpr std::size_t feed_entries = 30;

std::string atom_time(const DateTime& moment, int zone_minutes) {
  const int minutes = moment.has_time() ? moment.minutes : 0;
  return fmt::format("{}T{:02}:{:02}:00+{:02}:{:02}", moment.date.iso(), minutes / 60, minutes % 60,
                     zone_minutes / 60, zone_minutes % 60);
}

std::string make_atom(const SiteContext& site, Locale locale) {
  const auto& news = site.facts.taxonomy.news;
  const int zone = site.model.site.zone_minutes;
  const std::string self = site.absolute(std::string(locale_root(locale)) + "feed.xml");
  const DateTime newest =
      !news.empty() && news.front()->date ? *news.front()->date : DateTime{site.facts.today};
  std::string xml = fmt::format(
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xml:lang=\"{}\">\n"
      "<title>{}</title>\n<id>{}</id>\n<link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n"
      "<link rel=\"alternate\" type=\"text/html\" "
      "href=\"{}\"/>\n<updated>{}</updated>\n<author><name>{}</name></author>\n"
      "<generator>{}</generator>\n",
      code(locale), escape_html(site.model.site.title.best(locale)), self, self,
      site.absolute(list_path("news", locale)), atom_time(newest, zone),
      escape_html(site.model.site.title.best(locale)), escape_html(site.options.generator));
  for (std::size_t i = 0; i < std::min(feed_entries, news.size()); ++i) {
    const Entry& entry = *news[i];
    const Translation& text = entry.best(locale);
    const std::string url = site.absolute(site.facts.permalinks.of(entry, locale));
    xml += fmt::format(
        "<entry xml:lang=\"{}\">\n<title>{}</title>\n<id>{}</id>\n<link rel=\"alternate\" type=\"text/html\" "
        "href=\"{}\"/>\n"
        "<published>{}</published>\n<updated>{}</updated>\n<summary>{}</summary>\n</entry>\n",
        code(entry.shown_in(locale)), escape_html(text.title), escape_html(url), escape_html(url),
        atom_time(entry.date.value_or(newest), zone), atom_time(entry.date.value_or(newest), zone),
        escape_html(teaser(entry, locale)));
  }
  return xml + "</feed>\n";
}

std::string calendar_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') escaped += '\\';
    if (c == '\n') {
      escaped += "\\n";
    } else if (c != '\r') {
      escaped += c;
    }
  }
  return escaped;
}

// Lines of 75 octets at most, never cut inside a character.
void add_line(std::string& out, std::string_view line) {
  std::size_t limit = 75;
  while (line.size() > limit) {
    std::size_t cut = limit;
    while ((line[cut] & 0xc0) == 0x80) --cut;
    out += line.substr(0, cut);
    out += "\r\n ";
    line.remove_prefix(cut);
    limit = 74;
  }
  out += line;
  out += "\r\n";
}

std::string compact(Date date) {
  return fmt::format("{:04}{:02}{:02}", date.year, date.month, date.day);
}

void add_moment(std::string& out, std::string_view name, const DateTime& moment, bool end) {
  if (!moment.has_time()) {
    // The end of a whole-day event is the day after its last one.
    const Date day = end ? Date::from_days(moment.date.days() + 1) : moment.date;
    add_line(out, fmt::format("{};VALUE=DATE:{}", name, compact(day)));
  } else {
    add_line(out, fmt::format("{};TZID=Asia/Bishkek:{}T{:02}{:02}00", name, compact(moment.date),
                              moment.minutes / 60, moment.minutes % 60));
  }
}

std::string make_calendar(const SiteContext& site, Locale locale) {
  std::string out;
  add_line(out, "BEGIN:VCALENDAR");
  add_line(out, "VERSION:2.0");
  add_line(out, "PRODID:-//Mektep//Mektep//" + std::string(locale == Locale::ky ? "KY" : "RU"));
  add_line(out, "CALSCALE:GREGORIAN");
  add_line(out, "X-WR-CALNAME:" + calendar_text(site.model.site.title.best(locale) + ": " +
                                                std::string(word(Word::events, locale))));
  for (const char* line :
       {"BEGIN:VTIMEZONE", "TZID:Asia/Bishkek", "BEGIN:STANDARD", "DTSTART:20050812T000000",
        "TZOFFSETFROM:+0600", "TZOFFSETTO:+0600", "TZNAME:+06", "END:STANDARD", "END:VTIMEZONE"}) {
    add_line(out, line);
  }
  for (const Entry* event : site.facts.taxonomy.events) {
    if (!event->start) continue;
    const Translation& text = event->best(locale);
    add_line(out, "BEGIN:VEVENT");
    add_line(out, fmt::format("UID:{}@{}", event->path, host_of(site.options.base_url)));
    // No clock: the stamp is the day of publication, or of the event itself.
    add_line(out, fmt::format("DTSTAMP:{}T000000Z",
                              compact(event->date ? event->date->date : event->start->date)));
    add_moment(out, "DTSTART", *event->start, false);
    const DateTime end = event->end.value_or(*event->start);
    if (event->end || !event->start->has_time()) add_moment(out, "DTEND", end, true);
    add_line(out, "SUMMARY:" + calendar_text(text.title));
    if (!event->location.empty()) add_line(out, "LOCATION:" + calendar_text(event->location.best(locale)));
    add_line(out, "DESCRIPTION:" + calendar_text(teaser(*event, locale)));
    add_line(out, "URL:" + site.absolute(site.facts.permalinks.of(*event, locale)));
    add_line(out, "END:VEVENT");
  }
  add_line(out, "END:VCALENDAR");
  return out;
}

}  // namespace

void plan_feeds(const SiteContext& site, PageSet& pages, Findings&) {
  for (const Locale locale : site.locales()) {
    const std::string root(locale_root(locale));
    std::vector<std::string> news, events;
    for (std::size_t i = 0; i < std::min(feed_entries, site.facts.taxonomy.news.size()); ++i) {
      news.push_back(site.facts.taxonomy.news[i]->best(locale).file);
    }
    for (const Entry* event : site.facts.taxonomy.events) events.push_back(event->best(locale).file);
    add_file(pages, output_file(root + "feed.xml"), {"news", {}}, std::move(news),
             [&site, locale] { return make_atom(site, locale); });
    add_file(pages, output_file(root + "calendar.ics"), {"events", {}}, std::move(events),
             [&site, locale] { return make_calendar(site, locale); });
  }
}

}  // namespace mektep
