// The checks of what is said: they share one walk through the site and one reading of its words.
#pragma once
#include <memory>

#include "checks/said/said.h"

namespace mektep {

class SaidCheck {
 public:
  virtual ~SaidCheck() = default;
  // Called for every piece, in several threads.
  virtual void look(const Said& said, Findings& findings) const = 0;
  // Called once behind them all.
  virtual void finish(Findings&) const {}
};

// A check lives no longer than `input`; nullptr = there is nothing to check.
std::unique_ptr<SaidCheck> make_name_check(const CheckInput& input);  // ICT-20…22; of files it tells what
                                                                      // the gate has found (file_gate.h)
std::unique_ptr<SaidCheck> make_agreement_check(const CheckInput& input);  // PROH-3
std::unique_ptr<SaidCheck> make_policy_check(const CheckInput& input);     // PROH-1, 2, 4…9, ICT-25

// The one of names, for files; lives no longer than what it is given.
std::unique_ptr<SaidCheck> make_name_check_of_files(const ContentModel& model,
                                                    const ConsentRegister& consents,
                                                    const PrivateNames& private_names);

}  // namespace mektep
