// The consent register: the only maker of people and pictures that outputs may show. Forgetting to ask it
// does not compile, and what it does not know is not published (ICT-20…22, EMIS-39).
#pragma once
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "content/model.h"
#include "facts/consent_conflicts.h"

namespace mektep {

class ConsentRegister;

// A person as the public may see them: post, subjects and education always; name, photo and contacts only by
// consent.
class PublicPerson {
 public:
  const std::string& id() const { return person_->id; }
  PersonKind kind() const { return person_->kind; }
  const Bilingual& post() const { return person_->post; }
  const std::vector<Bilingual>& subjects() const { return person_->subjects; }
  // Education, experience, training…: the members of the person's record that name nobody.
  const Node* record(std::string_view key) const;

  bool name_withheld() const { return !name_; }
  // "Садыкова Айгүл Маратовна"; empty when withheld.
  std::string full_name(Locale locale) const;
  std::string surname(Locale locale) const { return name_ ? person_->surname.best(locale) : std::string(); }
  std::string given(Locale locale) const { return name_ ? person_->given.best(locale) : std::string(); }
  std::string patronymic(Locale locale) const {
    return name_ ? person_->patronymic.best(locale) : std::string();
  }
  // Asset path; empty when withheld or absent.
  std::string photo() const { return photo_ ? person_->photo : std::string(); }
  std::vector<std::string> phones() const;
  std::string email() const;
  // Whether something that the file holds is not shown for want of consent.
  bool withheld() const;

 private:
  friend class ConsentRegister;
  explicit PublicPerson(const Person& person) : person_(&person) {}
  const Person* person_;
  bool name_ = false, photo_ = false, phone_ = false, email_ = false;
};

// An asset that may be copied into the site.
class PublishableAsset {
 public:
  const Asset& asset() const { return *asset_; }

 private:
  friend class ConsentRegister;
  explicit PublishableAsset(const Asset& asset) : asset_(&asset) {}
  const Asset* asset_;
};

class ConsentRegister {
 public:
  ConsentRegister() = default;
  ConsentRegister(const ContentModel& model, Date today);

  // Whether a consent has an effect today: in force, its paper not dated in the future, contradicted by no
  // other.
  bool counts(const Consent& consent) const;
  // Whether it was given once, and is over: run out or withdrawn. What rests on it goes off the site by
  // itself, where a consent that never was is a mistake to mend.
  bool has_ended(const Consent& consent) const;
  // Whether it does, and lets pictures of its subject be published.
  bool covers_pictures(const Consent& consent) const;
  // The consent under which a person is published today; nullptr = none.
  const Consent* in_force(const Person& person) const;
  // Whether a text of the collection may name the person: in news and events by a consent of their own
  // (ICT-22).
  bool may_be_named(const Person& person, Collection collection) const;
  PublicPerson publish(const Person& person) const;
  // nullopt: the picture shows people without a consent in force, or nobody has said whom it shows; or the
  // file is withheld.
  std::optional<PublishableAsset> publish(const Asset& asset) const;

  // What files say is read later than the register. `files`: the paths of those that say what may not be
  // published; nothing of them reaches an output from then on.
  void withhold(std::set<std::string> files) { withheld_ = std::move(files); }
  bool withholds(const std::string& path) const { return withheld_.contains(path); }

 private:
  const ContentModel* model_ = nullptr;
  Date today_;
  std::set<std::string> withheld_;
  std::set<const Consent*> contradicted_;
};

}  // namespace mektep
