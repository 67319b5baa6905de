#include "consent/form.h"

#include "base/localise.h"
#include "base/text.h"
#include "consent/form_texts.h"
#include "content/read.h"
#include "outputs/fact_text.h"
#include "schema/describe.h"

namespace mektep {

namespace {

constexpr std::string_view style = R"(
@page { size: A4; margin: 15mm 18mm }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 178mm; padding: 4mm; font: 10.5pt/1.4 "PT Sans", "Noto Sans", sans-serif; color: #000; background: #fff }
section + section { break-before: page }
h1 { font-size: 15pt; line-height: 1.2; margin: 0 0 1mm }
h2 { font-size: 10.5pt; margin: 4mm 0 1mm }
p, ul { margin: 0 0 2mm }
ul { padding: 0; list-style: none }
.ticks { columns: 2 }
.ticks li { break-inside: avoid }
.points li { padding-left: 5mm; text-indent: -5mm }
.points li::before { content: "– " }
dl { display: grid; grid-template-columns: 44mm 1fr; gap: 1mm 4mm; margin: 3mm 0 }
dt { color: #444 }
dd { margin: 0 }
.line { display: block; border-bottom: 0.3mm solid #000; height: 7mm }
.small { font-size: 8.5pt; color: #444 }
.signatures { display: grid; grid-template-columns: 1fr 1fr 34mm; gap: 6mm; margin-top: 7mm }
@media print { body { padding: 0; max-width: none } }
@media screen and (max-width: 150mm) {
  dl, .signatures { grid-template-columns: 1fr }
  .ticks { columns: 1 }
  dd { overflow-wrap: anywhere }
}
)";

class Form {
 public:
  Form(const ContentModel& model, const SchemaSet& schemas, const Consent* consent, const Person* person,
       Date today)
      : model_(model), consent_(consent), person_(person), today_(today) {
    if (const Schema* schema = schemas.find("consent.yaml")) {
      scopes_ = choices(*items(*member(*schema, "scopes")));
      covers_ = choices(*items(*member(*schema, "covers")));
      for (const std::string_view key : {"subject", "representative"})
        for (const Choice& choice : choices(*member(*schema, key))) names_[choice.value] = choice.label;
    }
  }

  std::string run(std::string_view stylesheet) {
    out_ = "<!DOCTYPE html>\n<html lang=\"ky\">\n<meta charset=\"utf-8\">\n";
    out_ +=
        "<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"robots\" "
        "content=\"noindex\">\n";
    out_ += fmt::format("<title>{}</title>\n", form_texts_ky.title);
    out_ += stylesheet.empty()
                ? fmt::format("<style>{}</style>\n<body>\n<main>\n", style)
                : fmt::format("<link rel=\"stylesheet\" href=\"{}\">\n<body>\n<main>\n", stylesheet);
    sheet(Locale::ky, form_texts_ky);
    sheet(Locale::ru, form_texts_ru);
    out_ += "</main>\n</body>\n</html>\n";
    return std::move(out_);
  }

 private:
  void row(std::string_view term, std::string_view value) {
    out_ += fmt::format("<dt>{}<dd>{}\n", term, value);
  }
  static std::string by_hand(const FormTexts& t) {
    return fmt::format("<span class=\"line\"></span><span class=\"small\">{}</span>", t.by_hand);
  }

  void sheet(Locale locale, const FormTexts& t) {
    out_ += fmt::format("<section lang=\"{}\">\n<h1>{}</h1>\n<p class=\"small\">{}</p>\n<dl>\n", code(locale),
                        t.title, t.law);
    school(locale, t);
    paper(locale, t);
    subject(locale, t);
    out_ += fmt::format("</dl>\n<p>{}</p>\n", t.agree);
    ticks(t.scopes, scopes_, consent_ ? &consent_->scopes : nullptr, locale);
    ticks(t.covers, covers_, consent_ ? &consent_->covers : nullptr, locale);
    term(locale, t);
    points(t.risks_title, t.risks);
    out_ += fmt::format("<p>{}: {}</p>\n", t.explained, explained(locale, t));
    points(t.rights_title, t.rights);
    out_ += "<div class=\"signatures\">";
    for (const std::string_view label : {t.signature_name, t.signature, t.date})
      out_ += fmt::format("<div><span class=\"line\"></span><span class=\"small\">{}</span></div>", label);
    out_ += fmt::format("</div>\n<p class=\"small\">{}: {}</p>\n</section>\n", t.printed,
                        format_date(today_, locale, DateStyle::long_));
  }

  void school(Locale locale, const FormTexts& t) {
    std::string name = model_.site.title.best(locale), address;
    const auto organisation = model_.school.find("organisation");
    if (organisation != model_.school.end()) {
      const Node& data = organisation->second.data;
      if (const Node* names = data.given("name")) {
        const std::string full = read_bilingual(names->given("full")).best(locale);
        if (!full.empty()) name = full;
      }
      if (const Node* where = data.given("address")) address = in_words(*where, locale);
    }
    row(t.school, escape_html(name));
    if (!address.empty()) row(t.address, escape_html(address));
  }

  void paper(Locale locale, const FormTexts& t) {
    std::string number = "__________", day(t.date_blank);
    if (consent_ && !consent_->paper.empty()) number = "№ " + escape_html(consent_->paper);
    if (consent_ && consent_->signed_on) day = format_date(*consent_->signed_on, locale, DateStyle::long_);
    row(t.paper, locale == Locale::ky ? fmt::format("{}, {}", number, day)
                                      : fmt::format("{} {} {}", number, t.of, day));
  }

  std::string name_of(const Person& person, Locale locale) const {
    std::string name;
    for (const Bilingual* part : {&person.surname, &person.given, &person.patronymic}) {
      if (const std::string& text = part->best(locale); !text.empty())
        name += (name.empty() ? "" : " ") + text;
    }
    const std::string& post = person.post.best(locale);
    return escape_html(post.empty() ? name : name + ", " + post);
  }
  std::string label_of(std::string_view value, Locale locale) const {
    const auto at = names_.find(value);
    return escape_html(at == names_.end() ? value : std::string_view(at->second->in(locale)));
  }

  void subject(Locale locale, const FormTexts& t) {
    if (person_) {
      row(t.subject, name_of(*person_, locale));
      return;
    }
    row(t.subject, label_of(consent_->subject, locale) + by_hand(t));
    if (!consent_->pseudonym.empty()) row(t.pseudonym, escape_html(consent_->pseudonym));
    if (!consent_->representative.empty())
      row(t.representative, label_of(consent_->representative, locale) + by_hand(t));
  }

  void ticks(std::string_view title, const std::vector<Choice>& all, const std::vector<std::string>* chosen,
             Locale locale) {
    out_ += fmt::format("<h2>{}</h2>\n<ul class=\"ticks\">\n", title);
    for (const Choice& choice : all) {
      const bool on = chosen && std::ranges::find(*chosen, choice.value) != chosen->end();
      out_ += fmt::format("<li>{} {}\n", on ? "☒" : "☐", escape_html(choice.label->in(locale)));
    }
    out_ += "</ul>\n";
  }

  void term(Locale locale, const FormTexts& t) {
    const auto day = [&](const std::optional<Date>& date) {
      return date ? format_date(*date, locale, DateStyle::long_) : std::string(t.date_blank);
    };
    const bool open = consent_ && !consent_->until;
    out_ +=
        fmt::format("<p><b>{}:</b> {} – {}</p>\n", t.term, day(consent_ ? consent_->from : std::nullopt),
                    open ? std::string(t.until_withdrawn) : day(consent_ ? consent_->until : std::nullopt));
  }

  std::string explained(Locale locale, const FormTexts& t) const {
    const Person* teacher = consent_ ? model_.person(consent_->explained_by) : nullptr;
    if (!teacher) return "________________________ " + std::string(t.date_blank);
    std::string text = name_of(*teacher, locale);
    if (consent_->explained_on) text += ", " + format_date(*consent_->explained_on, locale, DateStyle::long_);
    return text;
  }

  template <std::size_t count>
  void points(std::string_view title, const std::string_view (&lines)[count]) {
    out_ += fmt::format("<h2>{}</h2>\n<ul class=\"points\">\n", title);
    for (const std::string_view line : lines) out_ += fmt::format("<li>{}\n", line);
    out_ += "</ul>\n";
  }

  const ContentModel& model_;
  const Consent* consent_;
  const Person* person_;
  const Date today_;
  std::vector<Choice> scopes_, covers_;
  std::map<std::string_view, const Label*> names_;
  std::string out_;
};

}  // namespace

std::optional<std::string> consent_form(const ContentModel& model, const SchemaSet& schemas,
                                        std::string_view id, Date today, std::string_view stylesheet) {
  const Consent* consent = model.consent(id);
  const Person* person = model.person(consent ? std::string_view(consent->person) : id);
  if (!consent && !person) return std::nullopt;
  return Form(model, schemas, consent, person, today).run(stylesheet);
}

std::string_view consent_form_style() {
  return style;
}

}  // namespace mektep
