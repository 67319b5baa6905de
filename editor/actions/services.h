// Everything that is made once at start and used by actions, views and routes. Owners add their own module
// here; the references live as long as the server.
#pragma once
#include <string>

#include "editor/accounts/accounts.h"
#include "editor/accounts/password_rules.h"
#include "editor/accounts/second_factor.h"
#include "editor/accounts/sessions.h"
#include "editor/accounts/throttle.h"
#include "editor/accounts/tokens.h"
#include "editor/accounts/usage.h"
#include "editor/audit/audit_log.h"
#include "editor/consents/private_register.h"
#include "editor/consents/state_traces.h"
#include "editor/drafts/drafts.h"
#include "editor/drafts/presence.h"
#include "editor/drafts/trash.h"
#include "editor/forms/library.h"
#include "editor/journal/pending_imports.h"
#include "editor/media/pending_uploads.h"
#include "editor/media/upload.h"
#include "editor/messages/inbox.h"
#include "editor/preview/preview.h"
#include "editor/preview/preview_links.h"
#include "editor/publication/check_report.h"
#include "editor/publication/publisher.h"
#include "editor/publication/reviews.h"
#include "editor/repository/repository.h"
#include "editor/store/database.h"
#include "editor/store/machine.h"
#include "editor/upkeep/upkeep.h"

namespace mektep::editor {

struct Services {
  const Machine& machine;
  Database& database;
  Accounts& accounts;
  Sessions& sessions;
  SecondFactor& factors;
  Throttle& throttle;
  const PasswordRules& password_rules;
  Usage& usage;
  ApiTokens& tokens;
  AuditLog& audit;
  Repository& repository;
  Approvals& approvals;
  Reviews& reviews;
  Ledger& ledger;
  Releases& releases;
  Publisher& publisher;
  CheckReports& reports;
  Inbox& inbox;
  PrivateRegister& private_register;
  StateTraces& state_traces;
  const FormLibrary& forms;
  const Workshop& workshop;
  PendingUploads& uploads;
  PendingImports& imports;
  Drafts& drafts;
  Presence& presence;
  Trash& trash;
  Preview& preview;
  PreviewLinks& preview_links;
  Upkeep& upkeep;
  std::string data_folder;   // holds schema/, themes/ and editor/
  std::string state_folder;  // holds the database, uploads, releases: 0700
};

}  // namespace mektep::editor
