package dev.profilectl.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.RandomPatches;
import dev.profilectl.profile.Secret;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever an update writes, read back out of a row that holds just that, is what was asked. */
class WrittenAndReadTest {
  private static final int PATCHES = 400;
  private static final JsonMapper JSON = new JsonMapper();

  private static ObjectNode object(String text) {
    try {
      return (ObjectNode) JSON.readTree(text);
    } catch (IOException wrong) {
      throw new AssertionError(text, wrong);
    }
  }

  private static ObjectNode written(Call call) {
    return switch (call.body()) {
      case Body.Json json -> object(json.text());
      case Body.Form form -> JSON.valueToTree(form.fields());
      default -> throw new AssertionError(call);
    };
  }

  private static void holds(Translator translator, ObjectNode row, String member) {
    RandomPatches patches = new RandomPatches(11);
    Set<Field> fields = EnumSet.copyOf(translator.settable());
    for (int i = 0; i < PATCHES; i++) {
      ProfilePatch patch = translator.kept(patches.of(fields));
      Account before = Said.user(translator, object("{}").set(member, row).toString());
      row.setAll(written(translator.update(before, patch)));
      Account account = Said.user(translator, object("{}").set(member, row).toString());
      Profile after = account.profile();
      for (Field field : translator.settable()) {
        Object wanted =
            patch.fields().contains(field) ? patch.set().get(field) : before.profile().get(field);
        if (wanted instanceof Secret secret) {
          assertThat(after.secrets()).contains(field);
          assertThat(after.toString()).doesNotContain(secret.<String>reveal(text -> text));
        } else if (field == Field.MOBILE || field == Field.EMAIL) {
          // set once at most
        } else if (!field.isSecret()) {
          assertThat(after.get(field)).as("%d %s in %s", i, field, patch).isEqualTo(wanted);
        }
      }
    }
  }

  @Test
  void onWeidu() {
    holds(Said.WEIDU, object("{\"id\":\"u1\",\"username\":\"ada\",\"gender\":0}"), "user");
  }

  @Test
  void onAnqicms() {
    holds(Said.ANQICMS, object("{\"id\":7,\"user_name\":\"ada\"}"), "data");
  }

  @Test
  void onZaihangyun() {
    ObjectNode row = object("{\"uid\":7,\"username\":\"ada\",\"birthday\":\"1815-12-10\"}");
    holds(Said.zaihangyun(false), row.deepCopy(), "data");
    holds(Said.zaihangyun(true), row, "data");
  }
}
