#include "editor/publication/tables.h"

namespace mektep::editor {
namespace {

constexpr std::array steps{
    Migration{"publication", 1, R"(
CREATE TABLE approvals (
  id INTEGER PRIMARY KEY,
  entry TEXT NOT NULL,
  digest TEXT NOT NULL,
  revision TEXT NOT NULL,
  account INTEGER NOT NULL,
  name TEXT NOT NULL,
  time INTEGER NOT NULL,
  not_before INTEGER NOT NULL DEFAULT 0);
CREATE INDEX approvals_of_entry ON approvals(entry, id);
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  entry TEXT NOT NULL,
  digest TEXT NOT NULL,
  revision TEXT NOT NULL,
  state TEXT NOT NULL,
  account INTEGER NOT NULL,
  name TEXT NOT NULL,
  assigned INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL,
  closed INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX open_review ON reviews(entry) WHERE state = 'open';
CREATE TABLE review_comments (
  id INTEGER PRIMARY KEY,
  review INTEGER NOT NULL REFERENCES reviews(id) ON DELETE CASCADE,
  account INTEGER NOT NULL,
  name TEXT NOT NULL,
  time INTEGER NOT NULL,
  text TEXT NOT NULL);
CREATE TABLE publications (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  account INTEGER NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  asked INTEGER NOT NULL,
  finished INTEGER NOT NULL DEFAULT 0,
  revision TEXT NOT NULL DEFAULT '',
  release TEXT NOT NULL DEFAULT '',
  changes TEXT NOT NULL DEFAULT '',
  report TEXT NOT NULL DEFAULT '');
)"},
};

}  // namespace

std::span<const Migration> publication_migrations() {
  return steps;
}

}  // namespace mektep::editor
