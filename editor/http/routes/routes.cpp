#include "editor/http/routes/routes.h"

namespace mektep::editor {

void add_all_routes(Router& router, Services& services, const Origin& origin) {
  add_login_routes(router, services, origin);
  add_user_routes(router, services, origin);
  add_account_api_routes(router, services, origin);
  add_content_api_routes(router, services, origin);
  add_writing_api_routes(router, services, origin);
  add_history_routes(router, services, origin);
  add_past_routes(router, services, origin);
  add_writing_routes(router, services);  // before /edit/{id*} of all other entries
  // One a line, so that two people can add theirs at the same time.
  static constexpr std::array all{
      add_dashboard_routes,        //
      add_account_routes,          //
      add_service_routes,          //
      add_review_routes,           //
      add_publish_routes,          //
      add_message_routes,          //
      add_consent_routes,          //
      add_entry_routes,            //
      add_entry_list_routes,       //
      add_media_routes,            //
      add_media_item_routes,       //
      add_media_file_routes,       //
      add_media_api_routes,        //
      add_journal_routes,          //
      add_help_routes,             //
      add_trash_routes,            //
      add_conflict_routes,         //
      add_entry_api_routes,        //
      add_consent_api_routes,      //
      add_journal_api_routes,      //
      add_publication_api_routes,  //
  };
  for (const auto add : all) add(router, services);
}

}  // namespace mektep::editor
