#include "editor/accounts/tables.h"

namespace mektep::editor {
namespace {

constexpr std::array steps{
    Migration{"accounts", 1, R"(
CREATE TABLE accounts (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  language TEXT NOT NULL,
  password TEXT NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0,
  totp_secret TEXT,
  totp_enabled INTEGER NOT NULL DEFAULT 0,
  totp_step INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL,
  last_seen INTEGER NOT NULL DEFAULT 0);
CREATE TABLE recovery_codes (
  account INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
  hash TEXT NOT NULL,
  PRIMARY KEY (account, hash));
CREATE TABLE sessions (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
  stage TEXT NOT NULL,
  created INTEGER NOT NULL,
  seen INTEGER NOT NULL,
  address TEXT NOT NULL,
  agent TEXT NOT NULL);
CREATE INDEX sessions_of_account ON sessions(account);
CREATE TABLE links (
  hash TEXT PRIMARY KEY,
  purpose TEXT NOT NULL,
  account INTEGER REFERENCES accounts(id) ON DELETE CASCADE,
  email TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT 'ky',
  expires INTEGER NOT NULL);
CREATE TABLE attempts (
  subject TEXT NOT NULL,
  time INTEGER NOT NULL);
CREATE INDEX attempts_of_subject ON attempts(subject, time);
CREATE TABLE tokens (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES accounts(id) ON DELETE CASCADE,
  label TEXT NOT NULL,
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  used INTEGER NOT NULL DEFAULT 0);
CREATE TABLE usage (
  account INTEGER NOT NULL,
  day TEXT NOT NULL,
  what TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (account, day, what));
)"},
};

}  // namespace

std::span<const Migration> account_migrations() {
  return steps;
}

}  // namespace mektep::editor
