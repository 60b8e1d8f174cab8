package dev.profilectl.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.config.TargetSetting;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.People;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import dev.profilectl.remote.fake.FakeServer;
import dev.profilectl.remote.fake.Fault;
import dev.profilectl.remote.fake.Header;
import dev.profilectl.remote.fake.Request;
import dev.profilectl.remote.fake.Response;
import dev.profilectl.remote.fake.West2Quirk;
import dev.profilectl.remote.fake.West2Variant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What really goes over the wire, as the systems saw it. */
class OnTheWireTest {
  private static final Set<String> TOKENS =
      Set.of("authorization", "token", "access-token", "refresh-token", "user-id", "cookie");

  @TempDir Path folder;

  private static List<Outcome> changeAll(LiveSystem live, ProfileDirectory directory) {
    UserId user = new UserId(live.id());
    Edit avatar = new Edit.SetAvatar(user, SeenPictures.sample(0));
    Edit png = new Edit.SetAvatar(user, SeenPictures.sample(1));
    return directory.settable().isEmpty()
        ? directory.apply(List.of(avatar, png), Remotes.ORIGIN)
        : directory.apply(
            List.of(
                new Edit.Update(user, People.set(live.freeText(), "中 & = +"), null), avatar, png),
            Remotes.ORIGIN);
  }

  private static List<String> names(Request request) {
    return request.headers().stream()
        .map(Header::name)
        .map(name -> name.toLowerCase(Locale.ROOT))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(LiveSystem.Kind.class)
  void everyRequestIsPlainAndWhole(LiveSystem.Kind kind) {
    Remotes remotes = new Remotes(folder);
    try (LiveSystem live = kind.start();
        ProfileDirectory directory = remotes.open(live)) {
      assertThat(changeAll(live, directory)).hasOnlyElementsOfType(Outcome.Updated.class);
      assertThat(directory.avatar(new UserId(live.id())).isPresent())
          .isEqualTo(live.servesPictures());
      String base = live.url().replaceFirst("https?://[^/]+", "");
      for (Request request : live.server().requests()) {
        assertThat(names(request))
            .doesNotContain("transfer-encoding", "expect", "upgrade", "http2-settings")
            .doesNotHaveDuplicates();
        assertThat(request.headerOrEmpty("Connection")).doesNotContainIgnoringCase("upgrade");
        assertThat(request.headerOrEmpty("User-Agent")).isEqualTo("profilectl/test");
        assertThat(request.path()).matches("(" + base + "|/srv)/.*");
        if (!request.method().equals("GET")) {
          assertThat(request.headerOrEmpty("Content-Length"))
              .isEqualTo(String.valueOf(request.body().length));
        }
      }
      bodiesAreExact(live);
    }
  }

  private static void bodiesAreExact(LiveSystem live) {
    int uploads = 0;
    for (Request request : live.server().requests()) {
      String type = request.headerOrEmpty("Content-Type");
      if (LiveSystem.isUpload(request)) {
        partIsExact(request, SeenPictures.sample(uploads).content().bytes());
        uploads++;
      } else if (request.method().equals("GET")) {
        assertThat(request.body()).isEmpty();
        assertThat(type).isEmpty();
      } else {
        assertThat(type)
            .isIn("application/json; charset=utf-8", "application/x-www-form-urlencoded");
        assertThat(request.headerOrEmpty("Accept")).isEqualTo("application/json");
        assertThat(request.target()).doesNotContain("?");
      }
    }
    assertThat(uploads).isEqualTo(2);
  }

  /** One part, with nothing in front and nothing behind. */
  private static void partIsExact(Request request, byte[] picture) {
    String type = request.headerOrEmpty("Content-Type");
    assertThat(type).matches("multipart/form-data; boundary=[A-Za-z0-9'()+_,./:=?-]{1,70}");
    String mark = "--" + type.substring(type.indexOf('=') + 1);
    String body = new String(request.body(), StandardCharsets.ISO_8859_1);
    int end = body.indexOf("\r\n\r\n");
    assertThat(body.substring(0, end))
        .matches(
            mark
                + "\r\nContent-Disposition: form-data; name=\"(data|file|files|avatar)\";"
                + " filename=\"avatar\\.(jpg|png)\"\r\nContent-Type: image/(jpeg|png)");
    byte[] sent =
        body.substring(end + 4, end + 4 + picture.length).getBytes(StandardCharsets.ISO_8859_1);
    assertThat(sent).isEqualTo(picture);
    assertThat(body.substring(end + 4 + picture.length)).isEqualTo("\r\n" + mark + "--\r\n");
  }

  @ParameterizedTest
  @EnumSource(
      value = LiveSystem.Kind.class,
      names = {"WEIDU", "WEIDU_TEST", "WEST2_SPEC", "WEST2_B", "WEST2_C", "ANQICMS", "ZAIHANGYUN"})
  void picturesAreFetchedWithoutTokens(LiveSystem.Kind kind) {
    Remotes remotes = new Remotes(folder);
    try (LiveSystem live = kind.start();
        ProfileDirectory directory = remotes.open(live)) {
      changeAll(live, directory);
      live.server().clear();
      assertThat(directory.avatar(new UserId(live.id()))).isPresent();
      Request fetch = live.server().requests().getLast();
      assertThat(names(fetch)).doesNotContainAnyElementsOf(TOKENS);
      assertThat(remotes.pictures.elsewhere()).isEmpty();
      boolean same = kind == LiveSystem.Kind.ANQICMS || kind == LiveSystem.Kind.ZAIHANGYUN;
      assertThat(fetch.query().containsKey("v")).isEqualTo(same);
    }
  }

  @Test
  void aPictureElsewhereIsFetchedByOthersAndWithoutTokens() {
    byte[] picture = SeenPictures.sample(1).content().bytes();
    Remotes remotes = new Remotes(folder);
    try (LiveWeidu live = new LiveWeidu(false, UnaryOperator.identity());
        FakeServer other = FakeServer.start(_ -> Response.of(200, "image/png", picture));
        ProfileDirectory directory = remotes.open(live)) {
      live.set("avatar_url", other.url("/x.png"));
      assertThat(directory.avatar(new UserId(live.id())).orElseThrow().content().bytes())
          .isEqualTo(picture);
      assertThat(remotes.pictures.elsewhere()).hasSize(1);
      assertThat(other.requests())
          .allSatisfy(request -> assertThat(names(request)).doesNotContainAnyElementsOf(TOKENS));
    }
  }

  @Test
  void aFileBaseElsewhereGetsNoTokens() {
    byte[] picture = SeenPictures.sample(1).content().bytes();
    try (LiveWeidu live = new LiveWeidu(false, UnaryOperator.identity());
        FakeServer other = FakeServer.start(_ -> Response.of(200, "image/png", picture))) {
      Remotes remotes = new Remotes(folder).with(TargetSetting.FILE_BASE, other.url("/f"));
      try (ProfileDirectory directory = remotes.open(live)) {
        live.set("avatar_url", "20201010/users/a/b/my photo 中.png");
        assertThat(directory.avatar(new UserId(live.id()))).isPresent();
        Request fetch = other.requests().getFirst();
        assertThat(names(fetch)).doesNotContainAnyElementsOf(TOKENS);
        assertThat(fetch.path()).startsWith("/f/20201010/users/a/b/my%20photo%20");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "file:///etc/passwd",
        "ftp://x/y",
        "http://",
        "http:// /x",
        "::",
        "%"
      })
  void whatIsNoAddressIsNoPicture(String url) {
    try (LiveWeidu live = new LiveWeidu(false, UnaryOperator.identity());
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      live.set("avatar_url", url);
      assertThat(directory.avatar(new UserId(live.id()))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void tokensDoNotFollowARedirectElsewhere(int status) {
    try (LiveAnqicms live = new LiveAnqicms(UnaryOperator.identity());
        FakeServer other = FakeServer.start(_ -> Response.empty(200));
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      assertThat(directory.find(new UserRef.Owner())).isPresent();
      live.server().on(LiveSystem::isChange, Fault.redirect(status, other.url("/api/user/detail")));
      assertThat(changeAll(live, directory)).hasOnlyElementsOfType(Outcome.Failed.class);
      assertThat(other.requests()).isEmpty();
    }
  }

  @Test
  void aRedirectWithinTheServerIsFollowedWithAllThereIs() {
    try (LiveWest2 live = new LiveWest2(West2Variant.SPEC, UnaryOperator.identity());
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      live.fake.turnOn(West2Quirk.TRAILING_SLASH);
      assertThat(changeAll(live, directory)).hasOnlyElementsOfType(Outcome.Updated.class);
      Request upload =
          live.server().requests().stream()
              .filter(request -> request.path().endsWith("/upload/"))
              .findFirst()
              .orElseThrow();
      assertThat(upload.method()).isEqualTo("PUT");
      assertThat(names(upload)).contains("access-token", "refresh-token");
    }
  }

  @Test
  void aRedirectInCirclesEnds() {
    try (LiveAnqicms live = new LiveAnqicms(UnaryOperator.identity());
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      live.server().on(_ -> true, Fault.redirect(307, "/api/user/detail"));
      assertThat(changeAll(live, directory)).hasOnlyElementsOfType(Outcome.Failed.class);
      assertThat(live.server().requests()).hasSizeLessThan(20);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noTwoUpdatesOfZaihangyunAreAlike(boolean form) {
    try (LiveZaihangyun live = new LiveZaihangyun(form, UnaryOperator.identity());
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      Edit edit = new Edit.Update(new UserId(live.id()), People.set(Field.CITY, "x"), null);
      live.server().on(LiveSystem::isUpdate, Fault.status(500));
      directory.apply(List.of(edit, edit), Remotes.ORIGIN);
      assertThat(live.server().requests().stream().filter(LiveSystem::isUpdate))
          .hasSize(8)
          .extracting(Request::text)
          .doesNotHaveDuplicates();
    }
  }
}
