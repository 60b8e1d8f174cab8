package dev.profilectl.server;

import static dev.profilectl.server.Served.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.profile.Profile;
import dev.profilectl.server.Served.Manner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members of a body that are not to be set by those whose they are. */
class AssignedBesidesTest {
  @TempDir Path folder;

  /** What a user may not set of himself stays, whatever the body says. */
  @Test
  void rightsAndCountsCannotBeSetBesides() {
    try (Served served = new Served(folder, Manner.STRICT)) {
      String more =
          "\"roles\":\"admin\",\"real_name_verified\":true,\"refund_rate\":9,\"serve_num\":9,"
              + "\"transaction_amount\":9,\"version\":99,\"create_at\":1,\"password_hash\":\"x\","
              + "\"admin\":1,\"group_id\":9,\"balance\":9,\"is_vip\":1,\"deleted_at\":1";
      Profile before = served.user(ADA);
      String token = served.token(ADA);
      served.send(
          "PUT",
          "/weidu/api/v1/users/update",
          "{\"id\":\"" + ADA + "\",\"city\":\"Oslo\"," + more + "}",
          "Authorization",
          "Bearer " + token);
      served.send(
          "POST", "/api/user/detail", "{\"introduce\":\"new\"," + more + "}", "Token", token);
      for (String[] body :
          new String[][] {
            {"{\"country\":\"x\"," + more + "}", "application/json"},
            {"country=y&roles=admin&real_name_verified=1&version=9", "text/plain"}
          }) {
        served.send(
            "POST",
            "/v1/user/update",
            body[0],
            "Authorization",
            "Bearer " + token,
            "Content-Type",
            body[1]);
      }
      Profile after = served.user(ADA);
      List<String> changed = new ArrayList<>();
      after
          .values()
          .forEach(
              (field, value) -> {
                if (!value.equals(before.values().get(field))) {
                  changed.add(field.key());
                }
              });
      assertThat(changed).containsExactlyInAnyOrder("update_at", "country", "city", "desc");
      assertThat(after.version()).isEqualTo(before.version() + 4);
    }
  }
}
