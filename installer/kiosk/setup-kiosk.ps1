#Requires -Version 5.1
#Requires -RunAsAdministrator
<#
.SYNOPSIS
Makes this Windows PC a Front Desk check-in kiosk. undo-kiosk.ps1 takes everything back.

.DESCRIPTION
Makes a standard account that signs in by itself and has the kiosk as its shell, and closes the ways out of it: keys,
edge swipes, notifications, the options behind Ctrl+Alt+Delete. The PC never sleeps while plugged in, and restarts at night.

Shell Launcher and the keyboard filter are used where this edition of Windows has them (Enterprise, Education, IoT
Enterprise). Elsewhere the policy "Custom User Interface" makes the kiosk the account's shell. At its end it says which.

May be run again at any time, for example after Windows was upgraded. -WhatIf shows what it would do and does nothing.
Every change is recorded in %ProgramData%\Front Desk Kiosk\setup-state.json with what was there before. The file holds
no password: Windows keeps the one for the automatic sign-in as an LSA secret. Beside it is a copy of the undo, which
stays when Front Desk is uninstalled.

.PARAMETER Program
The program's file; default: where the installer puts it.

.PARAMETER Account
The kiosk's account. It is made if it isn't there.

.PARAMETER RestartAt
When the PC restarts at night, as HH:mm. Outside the office's hours.

.PARAMETER BlockUsbStorage
Let Windows use no USB sticks or disks, in any account. Keyboards and touch screens still work.

.EXAMPLE
.\setup-kiosk.ps1 -WhatIf
.\setup-kiosk.ps1 -RestartAt 03:30 -BlockUsbStorage
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Program = (Join-Path $env:ProgramFiles 'Front Desk\FrontDesk.exe'),
    [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9-]{0,18}$')] [string] $Account = 'FrontDeskKiosk',
    [ValidatePattern('^([01]\d|2[0-3]):[0-5]\d$')] [string] $RestartAt = '03:30',
    [switch] $BlockUsbStorage
)

. (Join-Path $PSScriptRoot 'kiosk-common.ps1')

if (-not (Test-Path -LiteralPath $Program)) { throw "There is no program at $Program. Name it with -Program." }
$shell = "`"$Program`" --kiosk"

# First of all, because Windows may switch it on at a restart only: the account must not sign in without its shell.
$launcher = Enable-KioskFeature -Name 'Client-EmbeddedShellLauncher'
if ($launcher -and -not (Test-KioskShellLauncher)) {
    Write-Output 'Windows switches Shell Launcher on when it restarts. Restart this PC, then run this again: nothing else was changed.'
    return
}
$method = if ($launcher) { 'Shell Launcher' } else { 'the policy "Custom User Interface" of the account' }

# --- the account, and its automatic sign-in ---
$password = New-KioskPassword
$secure = ConvertTo-SecureString -String $password -AsPlainText -Force
$sid = New-KioskAccount -Name $Account -Password $secure
Set-KioskSignInSecret -Password $password
$password = $secure = $null

$winlogon = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'
Set-KioskRegistry -Path $winlogon -Name 'AutoAdminLogon' -Type String -Value '1'
Set-KioskRegistry -Path $winlogon -Name 'DefaultUserName' -Type String -Value $Account
Set-KioskRegistry -Path $winlogon -Name 'DefaultDomainName' -Type String -Value $env:COMPUTERNAME
# Holding Shift at the start would stop the automatic sign-in and show the other accounts: IT uses it, patients must not.
Set-KioskRegistry -Path $winlogon -Name 'IgnoreShiftOverride' -Type String -Value '1'
Set-KioskRegistry -Path $winlogon -Name 'AutoRestartShell' -Type DWord -Value 1

# --- the shell ---
if ($launcher) {
    if ($sid) { Set-KioskShellLauncher -Sid $sid -Shell $shell }
}

# --- the account's own settings ---
if ($sid) {
    $user = Mount-UserHive -Sid $sid
    try {
        $policies = "$user\Software\Microsoft\Windows\CurrentVersion\Policies"
        if (-not $launcher) {
            # The policy "Custom User Interface": the program instead of Explorer, in this account only.
            Set-KioskRegistry -Path "$policies\System" -Name 'Shell' -Type String -Value $shell
        }
        # Behind Ctrl+Alt+Delete only "Sign out" is left.
        Set-KioskRegistry -Path "$policies\System" -Name 'DisableTaskMgr' -Type DWord -Value 1
        Set-KioskRegistry -Path "$policies\System" -Name 'DisableLockWorkstation' -Type DWord -Value 1
        Set-KioskRegistry -Path "$policies\System" -Name 'DisableChangePassword' -Type DWord -Value 1
        Set-KioskRegistry -Path "$policies\System" -Name 'DisableRegistryTools' -Type DWord -Value 1
        Set-KioskRegistry -Path "$policies\Explorer" -Name 'NoWinKeys' -Type DWord -Value 1
        Set-KioskRegistry -Path "$policies\Explorer" -Name 'NoRun' -Type DWord -Value 1
        Set-KioskRegistry -Path "$policies\Explorer" -Name 'NoViewContextMenu' -Type DWord -Value 1
        Set-KioskRegistry -Path "$policies\Explorer" -Name 'NoDriveTypeAutoRun' -Type DWord -Value 255
        # No command line, no notifications, no help panes of accessibility shortcuts.
        $software = "$user\Software\Policies\Microsoft\Windows"
        Set-KioskRegistry -Path "$software\System" -Name 'DisableCMD' -Type DWord -Value 2
        Set-KioskRegistry -Path "$software\Explorer" -Name 'DisableNotificationCenter' -Type DWord -Value 1
        Set-KioskRegistry -Path "$software\CurrentVersion\PushNotifications" -Name 'NoToastApplicationNotification' `
            -Type DWord -Value 1
        Set-KioskRegistry -Path "$user\Control Panel\Accessibility\StickyKeys" -Name 'Flags' -Type String -Value '506'
        Set-KioskRegistry -Path "$user\Control Panel\Accessibility\ToggleKeys" -Name 'Flags' -Type String -Value '58'
        Set-KioskRegistry -Path "$user\Control Panel\Accessibility\Keyboard Response" -Name 'Flags' -Type String -Value '122'
        # No screen saver: the welcome page stays.
        Set-KioskRegistry -Path "$user\Control Panel\Desktop" -Name 'ScreenSaveActive' -Type String -Value '0'
        # A long press makes no right click, and touches leave no marks.
        Set-KioskRegistry -Path "$user\Software\Microsoft\Wisp\Touch" -Name 'TouchMode_hold' -Type DWord -Value 0
    }
    finally { Dismount-UserHive }
}

# --- the whole PC ---
# Edge swipes of touch screens, the lock screen, and the tips after updates.
Set-KioskRegistry -Path 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI' -Name 'AllowEdgeSwipe' -Type DWord -Value 0
Set-KioskRegistry -Path 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\Personalization' -Name 'NoLockScreen' -Type DWord -Value 1
Set-KioskRegistry -Path 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\CloudContent' -Name 'DisableWindowsConsumerFeatures' `
    -Type DWord -Value 1
Set-KioskRegistry -Path 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System' -Name 'HideFastUserSwitching' `
    -Type DWord -Value 1
# The power button of the sign-in page needs an account.
Set-KioskRegistry -Path 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System' -Name 'ShutdownWithoutLogon' `
    -Type DWord -Value 0
# The setup of a new Windows version must not wait in front of patients.
Set-KioskRegistry -Path 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\OOBE' -Name 'DisablePrivacyExperience' -Type DWord -Value 1
# Crash reports of this program hold no memory, which may have a patient's name in it.
$dumps = 'HKLM:\SOFTWARE\Microsoft\Windows\Windows Error Reporting\LocalDumps\' + (Split-Path -Leaf $Program)
Set-KioskRegistry -Path $dumps -Name 'DumpCount' -Type DWord -Value 0
Set-KioskRegistry -Path $dumps -Name 'DumpType' -Type DWord -Value 0
Set-KioskRegistry -Path $dumps -Name 'CustomDumpFlags' -Type DWord -Value 0
if ($BlockUsbStorage) {
    Set-KioskRegistry -Path 'HKLM:\SYSTEM\CurrentControlSet\Services\USBSTOR' -Name 'Start' -Type DWord -Value 4
}

# --- keys ---
if (Enable-KioskFeature -Name 'Client-KeyboardFilter') {
    # Everything that this version of Windows can block, but what typing needs, the volume, and the keys of the staff page.
    $needed = @('Ctrl', 'Alt', 'Shift', 'Escape', 'VolumeMute', 'VolumeDown', 'VolumeUp')
    $predefined = @(Get-CimInstance -Namespace $Embedded -ClassName 'WEKF_PredefinedKey' -ErrorAction SilentlyContinue)
    foreach ($key in $predefined) {
        if ($needed -notcontains $key.Id) { Set-KioskKeyFilter -Id $key.Id }
    }
    Set-KioskKeyFilterSetting -Name 'DisableKeyboardFilterForAdministrators' -Value 'true'
}

# --- power and the restart at night ---
foreach ($each in @(
        @('SUB_SLEEP', 'STANDBYIDLE'), @('SUB_SLEEP', 'HIBERNATEIDLE'), @('SUB_VIDEO', 'VIDEOIDLE'), @('SUB_DISK', 'DISKIDLE')
    )) {
    Set-KioskPower -Group $each[0] -Setting $each[1]
}
Register-KioskRestart -Name 'Front Desk kiosk: restart at night' -Program $Program `
    -At ([datetime]::ParseExact($RestartAt, 'HH:mm', $null))

Copy-KioskUndo

Write-Output "The kiosk starts through $method."
if ($WhatIfPreference) {
    Write-Output 'Nothing was changed.'
}
else {
    Write-Output "Done. $(@(Read-KioskState).Count) changes are recorded in $StateFile."
    Write-Output 'Restart this PC. It signs in by itself and shows the page for pairing: get a code at a desk, under Check-in, Check-in PCs.'
}
