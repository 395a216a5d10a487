package city.gewu.signin.web;

import static city.gewu.signin.web.Requests.browserSession;
import static city.gewu.signin.web.Requests.signedIn;

import city.gewu.audit.Audit;
import city.gewu.people.Actor;
import city.gewu.people.SignedIn;
import city.gewu.platform.Needs;
import city.gewu.platform.OpenToAll;
import city.gewu.platform.Right;
import city.gewu.signin.store.BearerStore.Bearer;
import city.gewu.signin.usecase.AccountDesk;
import city.gewu.signin.usecase.Devices;
import city.gewu.signin.usecase.Devices.Invitation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Field phones: one's own, and those of others for the security administrator.
@RestController
class DeviceController {

    private final Devices devices;
    private final AccountDesk desk;

    DeviceController(Devices devices, AccountDesk desk) {
        this.devices = devices;
        this.desk = desk;
    }

    record DeviceRow(String id, String name, Instant registeredAt, Optional<Instant> lastSeenAt) {}

    record Registration(
            @NotBlank @Size(max = 40) String code, @NotBlank @Size(max = 100) String name) {}

    /// @param token shown once
    record RegisteredDevice(String id, String token) {}

    @PostMapping("/api/devices/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Right.BASICS)
    Invitation invite(HttpServletRequest request) {
        var who = signedIn(request);
        browserSession(who);
        return devices.invite(who.account().id());
    }

    @PostMapping("/api/devices")
    @ResponseStatus(HttpStatus.CREATED)
    @OpenToAll("A phone has nothing but the code its owner typed.")
    RegisteredDevice register(
            @Valid @RequestBody Registration registration, HttpServletRequest request) {
        var made = devices.register(registration.code(), registration.name().strip());
        request.setAttribute(Audit.ACTOR, made.account());
        return new RegisteredDevice(made.id(), made.token());
    }

    @GetMapping("/api/devices")
    @Needs(Right.BASICS)
    List<DeviceRow> list(HttpServletRequest request) {
        var who = signedIn(request);
        browserSession(who);
        return rows(devices.list(who.account().id()));
    }

    @DeleteMapping("/api/devices/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Right.BASICS)
    void remove(@PathVariable String id, HttpServletRequest request) {
        var who = signedIn(request);
        browserSession(who);
        devices.remove(who.account().id(), id);
    }

    @GetMapping("/api/accounts/{id}/devices")
    @Needs(Right.MANAGE_AUTHORITY)
    List<DeviceRow> listOf(@SignedIn Actor who, @PathVariable String id) {
        return rows(desk.listDevices(who, id));
    }

    @DeleteMapping("/api/accounts/{id}/devices/{device}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Right.MANAGE_AUTHORITY)
    void removeOf(@SignedIn Actor who, @PathVariable String id, @PathVariable String device) {
        desk.removeDevice(who, id, device);
    }

    private static List<DeviceRow> rows(List<Bearer> found) {
        return found.stream()
                .map(device ->
                        new DeviceRow(
                                device.id(),
                                device.name(),
                                device.createdAt(),
                                device.lastUsedAt()))
                .toList();
    }
}
