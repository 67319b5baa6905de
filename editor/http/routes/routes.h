// The routes of the editor. Each owner adds a function here and its name to all_routes in routes.cpp.
#pragma once
#include "editor/http/application.h"

namespace mektep::editor {

void add_login_routes(Router& router, Services& services, const Origin& origin);
void add_user_routes(Router& router, Services& services, const Origin& origin);
void add_service_routes(Router& router, Services& services);
void add_account_routes(Router& router, Services& services);
void add_dashboard_routes(Router& router, Services& services);
void add_writing_routes(Router& router, Services& services);
void add_writing_api_routes(Router& router, Services& services, const Origin& origin);
void add_review_routes(Router& router, Services& services);
void add_publish_routes(Router& router, Services& services);
void add_message_routes(Router& router, Services& services);
void add_consent_routes(Router& router, Services& services);
void add_entry_routes(Router& router, Services& services);
void add_entry_list_routes(Router& router, Services& services);
void add_journal_routes(Router& router, Services& services);
void add_media_routes(Router& router, Services& services);
void add_media_item_routes(Router& router, Services& services);
void add_media_file_routes(Router& router, Services& services);
void add_media_api_routes(Router& router, Services& services);
void add_help_routes(Router& router, Services& services);
void add_history_routes(Router& router, Services& services, const Origin& origin);
void add_past_routes(Router& router, Services& services, const Origin& origin);
void add_trash_routes(Router& router, Services& services);
void add_conflict_routes(Router& router, Services& services);
void add_entry_api_routes(Router& router, Services& services);
void add_account_api_routes(Router& router, Services& services, const Origin& origin);
void add_content_api_routes(Router& router, Services& services, const Origin& origin);
void add_consent_api_routes(Router& router, Services& services);
void add_journal_api_routes(Router& router, Services& services);
void add_publication_api_routes(Router& router, Services& services);

void add_all_routes(Router& router, Services& services, const Origin& origin);

}  // namespace mektep::editor
