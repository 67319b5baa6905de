// Refusals that actions on entries share, beside those of store_refusal.h.
#pragma once
#include "editor/actions/store_refusal.h"

namespace mektep::editor {

Label label_of(const Message& message);
Refusal refusal(Refusal::Kind kind, Label message);
Refusal refuse(Refusal::Kind kind, const Message& message);
// Of Refusal::Kind::not_found, with a sentence that leads back.
Refusal not_there();

}  // namespace mektep::editor
