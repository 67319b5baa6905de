#include "editor/accounts/throttle.h"

#include <algorithm>

#include "editor/accounts/token.h"

namespace mektep::editor {
namespace {

// Names that somebody tried are nobody's business, and may be as long as a form.
std::string account_subject(std::string_view account) {
  return "account " + token_hash(account);
}

std::string address_subject(std::string_view address) {
  return "address " + std::string(address);
}

}  // namespace

Stored<std::int64_t> Throttle::wait_of(Transaction& transaction, const std::string& subject,
                                       std::size_t free) const {
  const auto rows =
      transaction.query("SELECT count(*), max(time) FROM attempts WHERE subject = ?", {subject});
  if (!rows) return std::unexpected(rows.error());
  const auto count = static_cast<std::size_t>(rows->front().integer(0));
  if (count < free) return 0;
  const std::size_t doublings = std::min<std::size_t>(count - free, 20);
  const std::int64_t wait = std::min(limits_.first_wait << doublings, limits_.longest_wait);
  return std::max<std::int64_t>(0, rows->front().integer(1) + wait - machine_.now());
}

Stored<std::int64_t> Throttle::begin(std::string_view account, std::string_view address) {
  std::int64_t wait = 0;
  const std::string by_account = account_subject(account);
  const std::string by_address = address_subject(address);
  const auto done = database_.transact([&](Transaction& transaction) -> Stored<void> {
    const std::int64_t now = machine_.now();
    // What lies in the future was noted before somebody set the clock back.
    auto old =
        transaction.change("DELETE FROM attempts WHERE time <= ? OR time > ?", {now - limits_.window, now});
    if (!old) return std::unexpected(old.error());
    const auto first = wait_of(transaction, by_account, limits_.account_free);
    const auto second = wait_of(transaction, by_address, limits_.address_free);
    if (!first) return std::unexpected(first.error());
    if (!second) return std::unexpected(second.error());
    wait = std::max(*first, *second);
    if (wait > 0) return {};
    auto noted = transaction.change("INSERT INTO attempts (subject, time) VALUES (?, ?), (?, ?)",
                                    {by_account, now, by_address, now});
    if (!noted) return std::unexpected(noted.error());
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return wait;
}

Stored<void> Throttle::clear(std::string_view account, std::string_view address) {
  return database_.transact([&](Transaction& transaction) -> Stored<void> {
    auto forgotten = transaction.change("DELETE FROM attempts WHERE subject = ?", {account_subject(account)});
    if (!forgotten) return std::unexpected(forgotten.error());
    auto one = transaction.change(
        "DELETE FROM attempts WHERE rowid = (SELECT max(rowid) FROM attempts WHERE subject = ?)",
        {address_subject(address)});
    if (!one) return std::unexpected(one.error());
    return {};
  });
}

}  // namespace mektep::editor
