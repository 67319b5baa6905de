#include "facts/consent.h"

#include "content/read.h"

namespace mektep {

const Node* PublicPerson::record(std::string_view key) const {
  static constexpr std::string_view personal[] = {"name",  "photo",   "phones", "phone",
                                                  "email", "consent", "leaves"};
  return std::ranges::find(personal, key) == std::end(personal) ? person_->data.given(key) : nullptr;
}

std::string PublicPerson::full_name(Locale locale) const {
  if (!name_) return {};
  std::string name = person_->surname.best(locale);
  for (const std::string* part : {&person_->given.best(locale), &person_->patronymic.best(locale)}) {
    if (!part->empty()) name += (name.empty() ? "" : " ") + *part;
  }
  return name;
}

std::vector<std::string> PublicPerson::phones() const {
  return phone_ ? read_texts(person_->data.given("phones")) : std::vector<std::string>();
}

std::string PublicPerson::email() const {
  return email_ ? read_text(person_->data.given("email")) : std::string();
}

bool PublicPerson::withheld() const {
  return !name_ || (!photo_ && !person_->photo.empty()) || (!phone_ && person_->data.given("phones")) ||
         (!email_ && person_->data.given("email"));
}

ConsentRegister::ConsentRegister(const ContentModel& model, Date today) : model_(&model), today_(today) {
  for (const ConsentConflict& conflict : find_consent_conflicts(model)) {
    if (conflict.kind != ConsentConflict::Kind::overlap) contradicted_.insert(conflict.consent);
  }
}

bool ConsentRegister::counts(const Consent& consent) const {
  const bool on_paper = (!consent.signed_on || *consent.signed_on <= today_) &&
                        (!consent.explained_on || *consent.explained_on <= today_);
  return consent.holds_on(today_) && on_paper && !contradicted_.contains(&consent);
}

const Consent* ConsentRegister::in_force(const Person& person) const {
  const Consent* consent = model_->consent(person.consent);
  const bool own = consent && consent->person == person.id && counts(*consent);
  return own && person.works_on(today_) ? consent : nullptr;
}

bool ConsentRegister::has_ended(const Consent& consent) const {
  return consent.from && *consent.from <= today_ && !consent.holds_on(today_);
}

bool ConsentRegister::may_be_named(const Person& person, Collection collection) const {
  const Consent* consent = in_force(person);
  const bool news = collection == Collection::news || collection == Collection::events;
  return consent && consent->has_cover("name") && consent->has_scope(news ? "news" : "internet");
}

PublicPerson ConsentRegister::publish(const Person& person) const {
  PublicPerson shown(person);
  // ICT-21: the consent must be this person's own, for the Internet, and in force.
  const Consent* consent = in_force(person);
  if (!consent || !consent->has_scope("internet")) return shown;
  shown.name_ = consent->has_cover("name");
  shown.phone_ = consent->has_cover("phone");
  shown.email_ = consent->has_cover("email");
  if (consent->has_cover("photo") && consent->has_scope("photo") && !person.photo.empty()) {
    const Asset* photo = model_->asset(person.photo);
    shown.photo_ = photo && publish(*photo).has_value();
  }
  return shown;
}

bool ConsentRegister::covers_pictures(const Consent& consent) const {
  return consent.has_scope("photo") && consent.has_cover("photo") && counts(consent);
}

std::optional<PublishableAsset> ConsentRegister::publish(const Asset& asset) const {
  const bool picture = asset.type == FileType::png || asset.type == FileType::jpeg ||
                       asset.type == FileType::gif || asset.type == FileType::webp ||
                       asset.type == FileType::svg;
  if (withholds(asset.path)) return std::nullopt;
  // A document's pages and a table's figures are no photographs; what they say is the checks' business.
  if (!picture) return PublishableAsset(asset);
  switch (asset.people) {
    case PeopleShown::unknown:
      return std::nullopt;
    case PeopleShown::nobody:
      // A statement has an author and a date that is not still to come.
      if (asset.stated_by.empty() || !asset.stated_on || today_ < *asset.stated_on) return std::nullopt;
      return PublishableAsset(asset);
    case PeopleShown::listed:
      break;
  }
  if (asset.consents.empty()) return std::nullopt;
  for (const std::string& id : asset.consents) {
    const Consent* consent = model_->consent(id);
    if (!consent || !covers_pictures(*consent)) return std::nullopt;
  }
  return PublishableAsset(asset);
}

}  // namespace mektep
