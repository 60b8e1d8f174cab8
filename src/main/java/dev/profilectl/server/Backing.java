package dev.profilectl.server;

import dev.profilectl.profile.AccessTokens;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UploadedFiles;
import dev.profilectl.profile.UserNumbers;

/**
 * What is served.
 *
 * @param directory the users
 * @param tokens what callers prove themselves by
 * @param numbers what some systems call users
 * @param uploads where files wait
 */
public record Backing(
    ProfileDirectory directory, AccessTokens tokens, UserNumbers numbers, UploadedFiles uploads) {}
