package dev.squaresync.cli.doctor.web;

import tools.jackson.databind.JsonNode;

/**
 * What an API answered.
 *
 * @param body missing, as Jackson's missing node, if it was no JSON
 */
public record Reply(int status, JsonNode body) {

    public boolean isSuccess() {
        return status / 100 == 2;
    }
}
